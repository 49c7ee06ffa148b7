import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { typeOf } from "../../operations/git/objects.ts";
import { readCommit } from "../../operations/git/read-commit.ts";
import { readTree } from "../../operations/git/read-tree.ts";
import { resolveCommit } from "../../operations/git/resolve.ts";
import { presentTree } from "../../present/git-tree.ts";
import { textIn } from "../params.ts";

export const getTree = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/git/trees/{tree_sha}",
  permission: { contents: "read" },
  handle: async (call) => {
    const sha = await findTree(call);
    // Whatever its value, it asks for all depths.
    const entries = await readTree(call.repository(), sha, call.query.has("recursive"));
    return ok(presentTree(call.world, call.repository(), sha, entries));
  },
});

/** A tree's id, or a commit, a branch or a tag that has one. */
async function findTree(call: Call): Promise<string> {
  const wanted = textIn(call, "tree_sha");
  if ((await typeOf(call.repository(), wanted)) === "tree") return wanted;
  const commit = await resolveCommit(call.repository(), wanted);
  if (commit === null) throw notFound();
  return (await readCommit(call.repository(), commit)).tree;
}
