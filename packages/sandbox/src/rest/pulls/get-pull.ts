import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { changedFiles } from "../../operations/git/changed-files.ts";
import { diffText, patchText } from "../../operations/git/diff-text.ts";
import type { PullRequest } from "../../state/model.ts";
import { mediaReply, mediaType } from "../media-type.ts";
import { pullRequestIn } from "../params.ts";
import { showPullRequest } from "./show.ts";

const linesLimit = 20_000;
const filesLimit = 300;

export const getPullRequest = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}",
  permission: { pull_requests: "read" },
  handle: async (call) => {
    const pullRequest = pullRequestIn(call);
    const wanted = mediaType(call);
    if (wanted !== "diff" && wanted !== "patch")
      return ok(await showPullRequest(call, pullRequest));
    return mediaReply(call, wanted, await readText(pullRequest, wanted));
  },
});

async function readText(pullRequest: PullRequest, wanted: "diff" | "patch"): Promise<Buffer> {
  const { base, head, issue } = pullRequest;
  const files = await changedFiles(issue.repository, base.sha, head.sha);
  if (files.length > filesLimit) throw refuse(tooManyFiles);
  const read = wanted === "diff" ? diffText : patchText;
  const text = await read(issue.repository, base.sha, head.sha);
  if (countLines(text) > linesLimit) throw refuse(tooManyLines);
  return text;
}

function countLines(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) count += 1;
  return count;
}

const tooManyFiles = `Sorry, the diff exceeded the maximum number of files (${filesLimit}). Consider using 'List pull requests files' API or locally cloning the repository instead.`;
const tooManyLines = `Sorry, the diff exceeded the maximum number of lines (${linesLimit})`;

function refuse(message: string): Refusal {
  const detail = { resource: "PullRequest", field: "diff", code: "too_large" };
  return new Refusal(406, message, [detail]);
}
