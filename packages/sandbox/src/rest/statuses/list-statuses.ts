import { endpoint } from "../../kernel/endpoint.ts";
import { statusesOf } from "../../operations/statuses-of.ts";
import { presentStatus } from "../../present/status.ts";
import { pageReply } from "../page-reply.ts";
import { commitIn } from "../params.ts";

export const listStatuses = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/commits/{ref}/statuses",
  permission: { statuses: "read" },
  handle: async (call) => {
    const statuses = statusesOf(call.repository(), await commitIn(call, "ref"));
    return pageReply(call, statuses, (status) =>
      presentStatus(call.world, call.repository(), status),
    );
  },
});
