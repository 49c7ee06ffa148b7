import { endpoint } from "../../kernel/endpoint.ts";
import { page } from "../../kernel/paginate.ts";
import { ok } from "../../kernel/reply.ts";
import { latestStatuses } from "../../operations/statuses-of.ts";
import { presentMinimalRepository } from "../../present/repository.ts";
import { repositoryUrl } from "../../present/repository-urls.ts";
import { presentSimpleStatus } from "../../present/status.ts";
import type { CommitStatus } from "../../state/model.ts";
import { commitIn } from "../params.ts";

export const getCombinedStatus = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/commits/{ref}/status",
  permission: { statuses: "read" },
  handle: async (call) => {
    const repository = call.repository();
    const sha = await commitIn(call, "ref");
    const latest = latestStatuses(repository, sha);
    const { items, headers } = page(call, latest);
    const commit = `${repositoryUrl(call.world, repository)}/commits/${sha}`;
    return ok(
      {
        state: combine(latest),
        statuses: items.map((status) => presentSimpleStatus(call.world, repository, status)),
        sha,
        total_count: latest.length,
        repository: presentMinimalRepository(call.world, repository),
        commit_url: commit,
        url: `${commit}/status`,
      },
      headers,
    );
  },
});

function combine(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === "error" || state === "failure")) return "failure";
  const isSettled = statuses.length > 0 && statuses.every(({ state }) => state === "success");
  return isSettled ? "success" : "pending";
}
