import { createHash } from "node:crypto";
import type { Repository } from "../state/model.ts";

/** The number of a workflow: the same for the same file of the same repository. */
export function workflowId(repository: Repository, path: string): number {
  const digest = createHash("sha256").update(`${repository.id}:${path}`).digest();
  return digest.readUInt32BE(0);
}
