import { type ActionEnvironment, readEvent } from "@swarm-actions/action-kit";
import type { Change } from "@swarm-actions/review";

/** Where a change begins and ends, as the workflow says it; null: it does not. */
export interface ChangeInputs {
  readonly base: string | null;
  readonly head: string | null;
}

/** Commits of a change. */
export interface ChangeCommits {
  readonly base: string;
  readonly head: string;
}

/**
 * The change that a run is about, from the job's checkout: what was said, else that of the pull request,
 * else what the checkout has beyond the default branch.
 * @throws CodedError `git/…`
 */
export async function readChangeOf(
  environment: ActionEnvironment,
  given: ChangeInputs,
): Promise<Change> {
  const git = await import("@swarm-actions/git");
  const event = readEvent(environment);
  const facts = event.name === "pull_request" ? event : null;
  const repository = await git.openRepository(environment.workspace);
  const base = given.base ?? facts?.baseSha ?? (await git.findDefaultBase(repository));
  const head = given.head ?? facts?.headSha ?? "HEAD";
  return git.readChange(repository, { kind: "range", base, head });
}

/** By which commits another job finds the same change; null where it is known by its text alone. */
export function commitsOf({ baseSha, headSha }: Change): ChangeCommits | null {
  return baseSha === null || headSha === null ? null : { base: baseSha, head: headSha };
}
