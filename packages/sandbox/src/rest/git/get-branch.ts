import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { tipOf } from "../../operations/git/resolve.ts";
import { repositoryPage, repositoryUrl } from "../../present/repository-urls.ts";
import { textIn } from "../params.ts";
import { showCommits } from "./show-commits.ts";

export const getBranch = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/branches/{branch}",
  permission: { contents: "read" },
  handle: async (call) => {
    const name = textIn(call, "branch");
    const sha = await tipOf(call.repository(), name);
    if (sha === null) throw new Refusal(404, "Branch not found");
    const [commit] = await showCommits(call, call.repository(), [sha]);
    const self = `${repositoryUrl(call.world, call.repository())}/branches/${encodeURIComponent(name)}`;
    const html = `${repositoryPage(call.world, call.repository())}/tree/${encodeURIComponent(name)}`;
    const off = { enforcement_level: "off", contexts: [], checks: [] };
    return ok({
      name,
      commit,
      _links: { self, html },
      protected: false,
      protection: { enabled: false, required_status_checks: off },
      protection_url: `${self}/protection`,
    });
  },
});
