import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { readBlob } from "../../operations/git/objects.ts";
import { readEntry, readTree } from "../../operations/git/read-tree.ts";
import { resolveCommit } from "../../operations/git/resolve.ts";
import { presentContent, presentFile } from "../../present/content.ts";
import { mediaReply, mediaType } from "../media-type.ts";
import { textIn } from "../params.ts";

export const getContents = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/contents/{path}",
  permission: { contents: "read" },
  handle: async (call) => {
    const repository = call.repository();
    const ref = call.query.get("ref") ?? repository.defaultBranch;
    const commit = await resolveCommit(repository, ref);
    if (commit === null) throw new Refusal(404, `No commit found for the ref ${ref}`);
    const path = textIn(call, "path").replace(/\/$/, "");
    if (path === "") return showFolder(call, ref, commit, "");
    const entry = await readEntry(repository, commit, path);
    if (entry === null) throw notFound();
    if (entry.type === "tree") return showFolder(call, ref, entry.sha, `${path}/`);
    if (entry.type === "commit") throw notFound();
    const content = await readBlob(repository, entry.sha);
    if (mediaType(call) === "raw") return mediaReply(call, "raw", content);
    return ok(presentFile(call.world, repository, ref, entry, content));
  },
});

async function showFolder(call: Call, ref: string, tree: string, prefix: string): Promise<Reply> {
  const entries = await readTree(call.repository(), tree, false);
  const shown = entries.map((entry) =>
    presentContent(call.world, call.repository(), ref, {
      ...entry,
      path: `${prefix}${entry.path}`,
    }),
  );
  return ok(shown);
}
