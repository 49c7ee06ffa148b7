import type { WorkerJob } from "@swarm-actions/fanout";
import type { WorkInputs } from "./work-inputs.ts";

/** How agents of a mesh read each other, as the workflow says it. */
export function meshOf({
  rounds,
  quorum,
  "round-deadline": deadline,
}: Pick<WorkInputs, "rounds" | "quorum" | "round-deadline">): NonNullable<WorkerJob["mesh"]> {
  return { rounds: rounds ?? 1, quorum, deadlineSeconds: deadline ?? 300 };
}
