import type { Call } from "../../kernel/endpoint.ts";
import { readPullRequestFacts } from "../../operations/git/pull-request-facts.ts";
import { findTestMerge } from "../../operations/git/test-merge.ts";
import { presentPullRequest, presentSimplePullRequest } from "../../present/pull-request.ts";
import type { PullRequest } from "../../state/model.ts";

/** A `pull-request`, with what git has to be asked for. */
export async function showPullRequest(
  call: Call,
  pullRequest: PullRequest,
): Promise<Record<string, unknown>> {
  return presentPullRequest(call.world, pullRequest, await readPullRequestFacts(pullRequest));
}

/** A `pull-request-simple`. */
export async function showSimplePullRequest(
  call: Call,
  pullRequest: PullRequest,
): Promise<Record<string, unknown>> {
  return presentSimplePullRequest(call.world, pullRequest, await findTestMerge(pullRequest));
}
