import { endpoint } from "../../kernel/endpoint.ts";
import { changedFiles } from "../../operations/git/changed-files.ts";
import { presentDiffEntry } from "../../present/diff-entry.ts";
import { pageReply } from "../page-reply.ts";
import { pullRequestIn } from "../params.ts";

/** GitHub lists no more. */
const filesLimit = 3_000;

export const listPullRequestFiles = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/files",
  permission: { pull_requests: "read" },
  handle: async (call) => {
    const { base, head, issue } = pullRequestIn(call);
    const files = await changedFiles(issue.repository, base.sha, head.sha);
    return pageReply(call, files.slice(0, filesLimit), (file) =>
      presentDiffEntry(call.world, issue.repository, head.sha, file),
    );
  },
});
