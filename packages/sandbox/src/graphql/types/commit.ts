import { pullRequestsOf } from "../../operations/find.ts";
import { commitsBetween } from "../../operations/git/merge-base.ts";
import { readCommit, type Signature } from "../../operations/git/read-commit.ts";
import { userOfSignature } from "../../operations/user-of-signature.ts";
import type { CheckSuite, PullRequest } from "../../state/model.ts";
import { mayRead } from "../access.ts";
import { connection } from "../connection.ts";
import { type Fields, numberOf, recordOf, textOf, withArguments } from "../fields.ts";
import { findEntry } from "../git/read-tree.ts";
import { commitOf, type GitObject } from "../sources.ts";
import { commitPage, pathOf } from "./address.ts";
import { gitObjectFields } from "./git-object.ts";
import { hasChecks } from "./status.ts";

const facts: Fields<GitObject> = {
  message: async (commit) => (await read(commit)).message,
  messageHeadline: async (commit) => (await read(commit)).message.split("\n")[0] ?? "",
  messageBody: async (commit) => bodyOf((await read(commit)).message),
  author: async (commit) => (await read(commit)).author,
  committer: async (commit) => (await read(commit)).committer,
  authoredDate: async (commit) => (await read(commit)).author.date,
  committedDate: async (commit) => (await read(commit)).committer.date,
  tree: async (commit): Promise<GitObject> => ({
    kind: "tree",
    repository: commit.repository,
    sha: (await read(commit)).tree,
  }),
  parents: connection(async (commit) =>
    (await read(commit)).parents.map((sha) => commitOf(commit.repository, sha)),
  ),
};

function read({ repository, sha }: GitObject) {
  return readCommit(repository, sha);
}

function bodyOf(message: string): string {
  const end = message.indexOf("\n");
  return end === -1 ? "" : message.slice(end + 1).replace(/^\n+/u, "");
}

export const commitFields: Fields<GitObject> = {
  ...gitObjectFields,
  ...facts,
  url: ({ repository, sha }, _args, { world }) => commitPage(world, repository, sha),
  resourcePath: ({ repository, sha }, _args, { world }) =>
    pathOf(world, commitPage(world, repository, sha)),
  file: withArguments(["path"], (commit, args, context) => {
    mayRead(context, commit.repository, { contents: "read" });
    return findEntry(commit, textOf(args, "path") ?? "");
  }),
  checkSuites: connection<GitObject, CheckSuite>(
    ({ repository, sha }, args, context) => {
      mayRead(context, repository, { checks: "read" });
      const filter = recordOf(args, "filterBy");
      const app = numberOf(filter, "appId");
      const name = textOf(filter, "checkName");
      return repository.checkSuites.filter(
        ({ headSha, app: { id }, runs }) =>
          headSha === sha &&
          (app === null || id === app) &&
          (name === null || runs.some((run) => run.name === name)),
      );
    },
    { args: ["filterBy"] },
  ),
  statusCheckRollup: (commit) => (hasChecks(commit) ? commit : null),
  associatedPullRequests: connection(associated),
};

/** Those that bring the commit in, or did. */
async function associated({ repository, sha }: GitObject): Promise<readonly PullRequest[]> {
  const found: PullRequest[] = [];
  for (const one of pullRequestsOf(repository)) {
    const shas = await commitsBetween(repository, one.base.sha, one.head.sha);
    if (shas.includes(sha) || one.merged?.sha === sha) found.push(one);
  }
  return found;
}

export const gitActorFields: Fields<Signature> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  date: ({ date }) => date,
  user: (signature, _args, { world }) => userOfSignature(world, signature),
};
