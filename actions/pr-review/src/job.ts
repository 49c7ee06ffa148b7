import type { Kit } from "@swarm-actions/action-kit";
import type { ReviewInputs } from "./inputs.ts";
import type { ChangeSource } from "./ports/change-source.ts";
import type { Host } from "./ports/host.ts";

/** Everything a run works with. */
export interface Job {
  readonly kit: Kit;
  readonly inputs: ReviewInputs;
  readonly host: Host;
  /** Null: git on this machine. */
  readonly source: ChangeSource | null;
  /** Where the run leaves its files. */
  readonly folder: string;
  readonly upload: (name: string, content: string) => Promise<void>;
}
