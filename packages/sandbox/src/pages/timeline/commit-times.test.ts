import { expect, test } from "vitest";
import type { CommitFacts } from "../../operations/git/read-commit.ts";
import type { PullRequest } from "../../state/model.ts";
import { timeCommits } from "./commit-times.ts";

const noon = Date.UTC(2026, 0, 5, 12);

function commit(sha: string, seconds: number): CommitFacts {
  const date = `${new Date(noon + seconds * 1_000).toISOString().slice(0, 19)}Z`;
  const by = { name: "Ada", email: "", date };
  return { sha, tree: "", parents: [], author: by, committer: by, message: "" };
}

/** A pull request of which reviews noticed commits, in milliseconds after noon. */
function noticed(notices: Readonly<Record<string, number>>): PullRequest {
  const reviews = Object.entries(notices).map(([commitSha, at]) => ({
    commitSha,
    submittedAt: new Date(noon + at),
  }));
  const repository = { checkSuites: [], workflowRuns: [] };
  return { reviews, issue: { repository } } as unknown as PullRequest;
}

function times(pullRequest: PullRequest, ...commits: CommitFacts[]): number[] {
  return timeCommits(pullRequest, commits).map(({ at }) => at.getTime() - noon);
}

test("a commit is as late as its second allows", () => {
  expect(times(noticed({}), commit("a", 1), commit("b", 2))).toEqual([1_999, 2_999]);
});

test("but before whatever was done about it, or about one that stands on it", () => {
  expect(times(noticed({ b: 2_300 }), commit("a", 2), commit("b", 2))).toEqual([2_299, 2_299]);
});

test("a fix of the same second comes after the review that asked for it", () => {
  const [first, second] = times(noticed({ a: 2_400 }), commit("a", 1), commit("b", 2));
  expect([first, second]).toEqual([1_999, 2_999]);
});

test("commits stay in git's order, whatever their clocks said", () => {
  expect(times(noticed({}), commit("a", 9), commit("b", 2))).toEqual([9_999, 9_999]);
});
