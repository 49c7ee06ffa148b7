import { endpoint } from "../../kernel/endpoint.ts";
import { presentLabel } from "../../present/label.ts";
import { pageReply } from "../page-reply.ts";

export const listLabels = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/labels",
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) =>
    pageReply(call, call.repository().labels, (label) =>
      presentLabel(call.world, call.repository(), label),
    ),
});
