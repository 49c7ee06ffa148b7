import { endpoint } from "../../kernel/endpoint.ts";
import { listRefs } from "../../operations/git/list-refs.ts";
import { repositoryUrl } from "../../present/repository-urls.ts";
import { pageReply } from "../page-reply.ts";

export const listBranches = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/branches",
  permission: { contents: "read" },
  handle: async (call) => {
    const refs = await listRefs(call.repository(), "refs/heads/");
    const shown = call.query.get("protected") === "true" ? [] : refs;
    return pageReply(call, shown, ({ ref, sha }) => ({
      name: ref.slice("refs/heads/".length),
      commit: { sha, url: `${repositoryUrl(call.world, call.repository())}/commits/${sha}` },
      protected: false,
    }));
  },
});
