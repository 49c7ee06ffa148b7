import { instant } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import type { CheckRun, CommitStatus } from "../../state/model.ts";
import { connection } from "../connection.ts";
import type { Fields } from "../fields.ts";
import { commitOf, type GitObject, type StatusOf } from "../sources.ts";

export const statusContextFields: Fields<StatusOf> = {
  id: ({ id }) => nodeId("StatusContext", id),
  context: ({ status }) => status.context,
  state: ({ status }) => status.state.toUpperCase(),
  description: ({ status }) => status.description,
  targetUrl: ({ status }) => status.targetUrl,
  createdAt: ({ status }) => instant(status.createdAt),
  creator: ({ status }) => status.creator,
  commit: ({ repository, status }) => commitOf(repository, status.sha),
};

export const statusCheckRollupFields: Fields<GitObject> = {
  commit: (commit) => commit,
  state: (commit) => rollUp(commit),
  contexts: connection<GitObject, CheckRun | StatusOf>((commit) => [
    ...runsOf(commit),
    ...statusesOf(commit),
  ]),
};

function runsOf({ repository, sha }: GitObject): readonly CheckRun[] {
  return repository.checkSuites
    .filter(({ headSha }) => headSha === sha)
    .flatMap(({ runs }) => runs);
}

/** The latest of each context. */
function statusesOf({ repository, sha }: GitObject): readonly StatusOf[] {
  const latest = new Map<string, CommitStatus>();
  for (const status of repository.statuses) {
    if (status.sha === sha) latest.set(status.context, status);
  }
  return [...latest.values()].map((status) => ({
    kind: "status",
    id: status.id,
    repository,
    status,
  }));
}

export function hasChecks(commit: GitObject): boolean {
  return runsOf(commit).length + statusesOf(commit).length > 0;
}

function rollUp(commit: GitObject): string {
  const words = [
    ...runsOf(commit).map(({ status, conclusion }) => wordFor(status, conclusion)),
    ...statusesOf(commit).map(({ status }) => status.state.toUpperCase()),
  ];
  return ["ERROR", "FAILURE", "PENDING"].find((word) => words.includes(word)) ?? "SUCCESS";
}

function wordFor(status: CheckRun["status"], conclusion: string | null): string {
  if (status !== "completed") return "PENDING";
  return ["success", "neutral", "skipped"].includes(conclusion ?? "") ? "SUCCESS" : "FAILURE";
}
