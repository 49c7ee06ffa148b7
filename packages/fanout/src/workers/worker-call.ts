import { CodedError } from "@swarm-actions/core";
import { z } from "zod";

const schema = z.strictObject({
  folder: z.string().min(1),
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  attempt: z.int().min(1),
  epoch: z.int().min(0),
  worker: z.int().min(0),
});

/** Which worker of which swarm a process is to be. */
export type WorkerCall = z.infer<typeof schema>;

/** The variable by which a worker is told. */
const variable = "SWARM_WORKER";

export function callVariables(call: WorkerCall): Readonly<Record<string, string>> {
  return { [variable]: JSON.stringify(call) };
}

/**
 * What this process was started as; null: not as a worker.
 * @throws CodedError `worker/bad-call`
 */
export function readWorkerCall(
  environment: Readonly<Record<string, string | undefined>>,
): WorkerCall | null {
  const text = environment[variable];
  if (text === undefined) return null;
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new CodedError("worker/bad-call", `${variable} does not say which worker this is`, {
    fix: `Unset ${variable}: only a swarm sets it, for the workers that it starts.`,
    place: variable,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses it, with the reason that helps.
    return null;
  }
}
