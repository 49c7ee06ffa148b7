import type { AgentDefinition } from "@swarm-actions/agents";
import { defaultReviewSettings, type ReviewSettings, type Severity } from "@swarm-actions/review";
import type { BuiltInSetting } from "./built-in-section.ts";

/** Everything that swarm.yml settles, with defaults filled in. */
export interface Config {
  readonly review: ReviewSettings;
  /** What changes are compared with; null: found from the repository. */
  readonly base: string | null;
  readonly failOn: Severity | "never";
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly budget: { readonly usd: number | null; readonly tokens: number | null };
  readonly builtIn: Readonly<Record<string, BuiltInSetting | undefined>>;
  readonly agents: Readonly<Record<string, AgentDefinition>>;
}

/** What is in force without a swarm.yml, and where one is silent. */
export const defaultConfig: Config = {
  review: defaultReviewSettings,
  base: null,
  failOn: "high",
  concurrency: 8,
  timeoutMs: 120_000,
  budget: { usd: null, tokens: null },
  builtIn: {},
  agents: {},
};
