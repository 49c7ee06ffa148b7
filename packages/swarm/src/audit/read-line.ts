import type { AuditRecord } from "@swarm-actions/core";
import { z } from "zod";

const schema = z.object({
  time: z.iso.datetime(),
  action: z.enum(["claim block", "give result"]),
  target: z.string().max(4096),
  operation: z.enum(["claim", "done", "failed"]),
  body: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  status: z.enum(["written", "refused", "failed"]),
  httpStatus: z.null(),
});

/**
 * A sound line of a worker's log, which anybody may have written: what it tells, the end, or nothing that
 * a worker would say.
 * @param line JSON
 */
export function readLine(line: string): AuditRecord | "end" | "odd" {
  const value: unknown = JSON.parse(line);
  const record = schema.safeParse(value);
  if (record.success) return record.data;
  return z.object({ status: z.literal("end") }).safeParse(value).success ? "end" : "odd";
}
