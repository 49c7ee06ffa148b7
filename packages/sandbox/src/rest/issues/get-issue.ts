import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { presentIssue } from "../../present/issue.ts";
import { issueIn } from "../params.ts";

export const getIssue = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/issues/{issue_number}",
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) => ok(presentIssue(call.world, issueIn(call))),
});
