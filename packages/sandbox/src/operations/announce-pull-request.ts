import { presentPullRequest, presentSimplePullRequest } from "../present/pull-request.ts";
import type { PullRequest } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import type { Author } from "./author.ts";
import { readPullRequestFacts } from "./git/pull-request-facts.ts";
import { findTestMerge } from "./git/test-merge.ts";

/** Emits `pull_request`. */
export async function announcePullRequest(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const facts = await readPullRequestFacts(pullRequest);
  const { issue } = pullRequest;
  announce(world, author, issue.repository, "pull_request", {
    action,
    number: issue.number,
    pull_request: {
      ...presentPullRequest(world, pullRequest, facts),
      // GitHub decides after the event.
      mergeable: null,
      rebaseable: null,
      mergeable_state: "unknown",
    },
    ...more,
  });
}

/** Emits an event about something on a pull request, which shows the pull request in short. */
export async function announceOnPullRequest(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  name: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const mergeCommit = await findTestMerge(pullRequest);
  announce(world, author, pullRequest.issue.repository, name, {
    ...payload,
    pull_request: presentSimplePullRequest(world, pullRequest, mergeCommit),
  });
}
