import type { WorkerReport } from "../../collect/result.ts";
import type { WorkOptions } from "../../queue/work-options.ts";
import type { MeshEnd, MeshRules } from "./mesh-move.ts";

export interface MeshOptions extends WorkOptions {
  /** Without the number of agents, which the plan says. */
  readonly rules: Omit<MeshRules, "agents">;
  /** Seconds between two looks at the board while it waits. */
  readonly lookSeconds: number;
}

/** How an agent of a mesh fared. */
export interface MeshReport {
  readonly report: WorkerReport;
  readonly rounds: number;
  /** Null: it was stopped. */
  readonly end: MeshEnd | null;
}
