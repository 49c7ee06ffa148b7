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
  /** Whether a pull request that is still a draft is reviewed. */
  readonly drafts: boolean;
  readonly publish: PublishConfig;
  readonly github: GitHubConfig;
}

/** What is written on a pull request. */
export interface PublishConfig {
  readonly maxComments: number;
  readonly annotations: boolean;
  readonly maxAnnotations: number;
  /** `example.com` or `*.example.com`. */
  readonly allowedHosts: readonly string[];
}

/** How much of GitHub's limits a run may use. */
export interface GitHubConfig {
  /** 0–1, of what is left. */
  readonly budgetShare: number;
  readonly maxWaitMs: number;
  /** Whether answers, and what became of findings, are kept in the cache of GitHub Actions for later runs. */
  readonly cache: boolean;
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
  drafts: false,
  publish: {
    maxComments: 30,
    annotations: true,
    maxAnnotations: 100,
    allowedHosts: ["github.com", "docs.github.com"],
  },
  github: { budgetShare: 0.5, maxWaitMs: 600_000, cache: true },
};
