import { isVisible } from "../../operations/find.ts";
import { type ChangedFile, changedFiles } from "../../operations/git/changed-files.ts";
import { commitsBetween } from "../../operations/git/merge-base.ts";
import { readPullRequestFacts } from "../../operations/git/pull-request-facts.ts";
import { instant, instantOrNull } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import type { PullRequest, Review, ReviewThread } from "../../state/model.ts";
import { can } from "../access.ts";
import { connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { type Fields, textOf, textsOf } from "../fields.ts";
import { findRef } from "../git/find-ref.ts";
import { commitOf, type PullRequestCommit } from "../sources.ts";
import { conversationPage } from "./address.ts";
import { conversation } from "./issue.ts";
import { stateOf } from "./pull-request-state.ts";

const ends: Fields<PullRequest> = {
  baseRefName: ({ base }) => base.ref,
  baseRefOid: ({ base }) => base.sha,
  baseRef: ({ base, issue }) => findRef(issue.repository, `refs/heads/${base.ref}`),
  baseRepository: ({ issue }) => issue.repository,
  headRefName: ({ head }) => head.ref,
  headRefOid: ({ head }) => head.sha,
  headRef: ({ head }) =>
    head.repository === null ? null : findRef(head.repository, `refs/heads/${head.ref}`),
  headRepository: ({ head }) => head.repository,
  headRepositoryOwner: ({ head }) => head.repository?.owner ?? null,
  isCrossRepository: ({ head, issue }) => head.repository !== issue.repository,
};

const diff: Fields<PullRequest> = {
  additions: async (pullRequest) => (await readPullRequestFacts(pullRequest)).additions,
  deletions: async (pullRequest) => (await readPullRequestFacts(pullRequest)).deletions,
  changedFiles: async (pullRequest) => (await readPullRequestFacts(pullRequest)).changedFiles,
  mergeable: async (pullRequest) => {
    if (pullRequest.issue.state === "closed") return "UNKNOWN";
    return (await readPullRequestFacts(pullRequest)).mergeable ? "MERGEABLE" : "CONFLICTING";
  },
  files: connection(({ base, head, issue }) => changedFiles(issue.repository, base.sha, head.sha)),
  commits: connection<PullRequest, PullRequestCommit>(async (pullRequest) => {
    const { base, head, issue } = pullRequest;
    const shas = await commitsBetween(issue.repository, base.sha, head.sha);
    return shas.map((sha) => ({
      kind: "pull-request-commit",
      pullRequest,
      commit: commitOf(issue.repository, sha),
    }));
  }),
};

const state: Fields<PullRequest> = {
  state: (pullRequest) => stateOf(pullRequest),
  isDraft: ({ draft }) => draft,
  merged: ({ merged }) => merged !== null,
  mergedAt: ({ merged }) => instantOrNull(merged?.at ?? null),
  mergedBy: ({ merged }) => merged?.by ?? null,
  mergeCommit: ({ merged, issue }) =>
    merged === null ? null : commitOf(issue.repository, merged.sha),
  createdAt: ({ issue }) => instant(issue.createdAt),
  publishedAt: ({ issue }) => instant(issue.createdAt),
  updatedAt: ({ issue }) => instant(issue.updatedAt),
};

/** What a pending review says is there for its author alone. */
const reviews: Fields<PullRequest> = {
  reviews: connection<PullRequest, Review>(
    (pullRequest, args, { token }) => {
      const states = textsOf(args, "states");
      const author = textOf(args, "author")?.toLowerCase();
      return pullRequest.reviews.filter(
        (review) =>
          isVisible(review, token) &&
          (states?.includes(review.state) ?? true) &&
          (author === undefined || review.author.login.toLowerCase() === author),
      );
    },
    { args: ["author", "states"] },
  ),
  reviewThreads: connection((pullRequest, _args, context) => visibleThreads(pullRequest, context)),
};

function visibleThreads(
  { threads }: PullRequest,
  { token }: GraphqlContext,
): readonly ReviewThread[] {
  return threads.filter(({ comments }) => comments.some(({ review }) => isVisible(review, token)));
}

export const pullRequestFields: Fields<PullRequest> = {
  ...conversation<PullRequest>(({ issue }) => issue),
  ...ends,
  ...diff,
  ...state,
  ...reviews,
  id: ({ id }) => nodeId("PullRequest", id),
  permalink: ({ issue }, _args, { world }) => conversationPage(world.url, issue),
  viewerCanUpdate: ({ issue }, _args, context) =>
    can(context, issue.repository, { pull_requests: "write" }) &&
    (issue.author.id === context.token.actor.id ||
      can(context, issue.repository, { contents: "write" })),
};

const changeTypes: Readonly<Record<ChangedFile["status"], string>> = {
  added: "ADDED",
  removed: "DELETED",
  modified: "MODIFIED",
  renamed: "RENAMED",
  changed: "CHANGED",
};

export const changedFileFields: Fields<ChangedFile> = {
  path: ({ path }) => path,
  additions: ({ additions }) => additions,
  deletions: ({ deletions }) => deletions,
  changeType: ({ status }) => changeTypes[status],
};

export const pullRequestCommitFields: Fields<PullRequestCommit> = {
  commit: ({ commit }) => commit,
  pullRequest: ({ pullRequest }) => pullRequest,
  url: ({ pullRequest, commit }, _args, { world }) =>
    `${conversationPage(world.url, pullRequest.issue)}/commits/${commit.sha}`,
};
