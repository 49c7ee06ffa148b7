import { digest } from "@swarm-actions/core";
import type { RunFacts } from "./run-facts.ts";

/** Under which names histories are kept, and whose are read. */
export interface CacheNames {
  /** What the names begin with of those that this run keeps. */
  readonly own: string;
  /** What the names of the histories begin with that are read: the own branch's, then its base's. */
  readonly families: readonly string[];
}

/** Keys of one kind never begin one of another: neither a swarm nor a branch can pass for others. */
export function cacheNames(
  key: string,
  run: Pick<RunFacts, "variables" | "runId" | "runAttempt">,
  defaultBranch: string | null,
): CacheNames {
  const { variables, runId, runAttempt } = run;
  const family = (branch: string): string => `swarm-history-v1-${key}-${branchPart(branch)}-`;
  const branch = branchOf(variables);
  const bases = [variables.GITHUB_BASE_REF || null, defaultBranch].filter((one) => one !== null);
  const families = new Set([branch, ...bases].map(family));
  return { own: `${family(branch)}${runId}-${runAttempt}`, families: [...families] };
}

/** A pull request is `7/merge`, so that no fork's branch passes for one of the repository's own. */
function branchOf({ GITHUB_REF_NAME: name, GITHUB_REF: ref }: RunFacts["variables"]): string {
  return name || ref || "none";
}

/** To be read by people, and to tell every branch from every other. */
function branchPart(branch: string): string {
  const readable = branch.replace(/[^A-Za-z0-9]+/g, "_").slice(0, 40);
  return `${readable}.${digest(branch, 12)}`;
}
