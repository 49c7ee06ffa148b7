import { endpoint } from "../../kernel/endpoint.ts";
import { page } from "../../kernel/paginate.ts";
import { ok } from "../../kernel/reply.ts";
import { filesBetween } from "../../operations/git/changed-files.ts";
import { commitPatch, diffBetween, emptyTree } from "../../operations/git/diff-text.ts";
import { readCommit } from "../../operations/git/read-commit.ts";
import { presentCommit } from "../../present/commit.ts";
import { presentDiffEntry } from "../../present/diff-entry.ts";
import { mediaReply, mediaType } from "../media-type.ts";
import { commitIn } from "../params.ts";

const filesLimit = 300;

export const getCommit = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/commits/{ref}",
  permission: { contents: "read" },
  handle: async (call) => {
    const repository = call.repository();
    const sha = await commitIn(call, "ref");
    const wanted = mediaType(call);
    if (wanted === "sha") return mediaReply(call, "sha", Buffer.from(sha));
    const commit = await readCommit(repository, sha);
    const parent = commit.parents[0] ?? emptyTree;
    if (wanted === "diff")
      return mediaReply(call, "diff", await diffBetween(repository, parent, sha));
    if (wanted === "patch") return mediaReply(call, "patch", await commitPatch(repository, sha));
    const files = await filesBetween(repository, parent, sha);
    const { items, headers } = page(call, files, filesLimit);
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    return ok(
      {
        ...presentCommit(call.world, repository, commit),
        stats: { total: additions + deletions, additions, deletions },
        files: items.map((file) => presentDiffEntry(call.world, repository, sha, file)),
      },
      headers,
    );
  },
});
