import { createHash } from "node:crypto";
import type { WorkflowRun } from "../state/model.ts";

/** The name of a run, or of one of its jobs, in the results service: always the same UUID. */
export function backendIdOf(run: WorkflowRun, job = ""): string {
  const hash = createHash("sha256").update(`${run.id}/${job}`).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20)];
  return [...parts, hash.slice(20, 32)].join("-");
}
