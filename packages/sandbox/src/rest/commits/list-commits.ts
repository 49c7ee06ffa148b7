import { endpoint } from "../../kernel/endpoint.ts";
import { page } from "../../kernel/paginate.ts";
import { notFound } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { listCommits } from "../../operations/git/list-commits.ts";
import { resolveCommit } from "../../operations/git/resolve.ts";
import { showCommits } from "../git/show-commits.ts";

export const listRepositoryCommits = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/commits",
  permission: { contents: "read" },
  handle: async (call) => {
    const wanted = call.query.get("sha") ?? call.repository().defaultBranch;
    const from = await resolveCommit(call.repository(), wanted);
    if (from === null) throw notFound();
    const shas = await listCommits(call.repository(), from, {
      path: call.query.get("path"),
      author: call.query.get("author"),
      since: call.query.get("since"),
      until: call.query.get("until"),
    });
    const { items, headers } = page(call, shas);
    return ok(await showCommits(call, call.repository(), items), headers);
  },
});
