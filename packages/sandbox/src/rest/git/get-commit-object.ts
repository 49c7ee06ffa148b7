import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { typeOf } from "../../operations/git/objects.ts";
import { readCommit } from "../../operations/git/read-commit.ts";
import { presentGitCommit } from "../../present/commit.ts";
import { textIn } from "../params.ts";

export const getGitCommit = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/git/commits/{commit_sha}",
  permission: { contents: "read" },
  handle: async (call) => {
    const sha = textIn(call, "commit_sha");
    if ((await typeOf(call.repository(), sha)) !== "commit") throw notFound();
    return ok(
      presentGitCommit(call.world, call.repository(), await readCommit(call.repository(), sha)),
    );
  },
});
