import type { Kit } from "@swarm-actions/action-kit";
import type { OpenHistory } from "@swarm-actions/history-cache";
import type { AnswerTexts } from "@swarm-actions/tasks";
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
  /** What a swarm of this run left under a name; null: nothing. May throw a CodedError. */
  readonly readSwarm: (name: string) => Promise<AnswerTexts | null>;
  /** What earlier reviews learned; null: the job is offered no cache. */
  readonly openHistory: () => Promise<OpenHistory | null>;
}
