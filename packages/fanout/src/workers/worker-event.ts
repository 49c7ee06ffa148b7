import { z } from "zod";

const schema = z.discriminatedUnion("kind", [
  /** It has begun tasks, a block at most. */
  z.strictObject({ kind: z.literal("begun"), tasks: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal("ended"),
    task: z.string(),
    status: z.enum(["done", "failed"]),
    seconds: z.number(),
  }),
]);

/** What a worker tells while it works. */
export type WorkerEvent = z.infer<typeof schema>;

/** Null: nothing that a worker of this version says. */
export function readWorkerEvent(message: unknown): WorkerEvent | null {
  const parsed = schema.safeParse(message);
  return parsed.success ? parsed.data : null;
}
