import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { noContent } from "../../kernel/reply.ts";
import { setLocked } from "../../operations/issues.ts";
import { issueIn } from "../params.ts";
import { checkMayTriage } from "./may-edit.ts";

export const lockIssue = endpoint({
  method: "PUT",
  path: "/repos/{owner}/{repo}/issues/{issue_number}/lock",
  permission: { issues: "write", pull_requests: "write" },
  handle: (call) => change(call, true),
});

export const unlockIssue = endpoint({
  method: "DELETE",
  path: "/repos/{owner}/{repo}/issues/{issue_number}/lock",
  permission: { issues: "write", pull_requests: "write" },
  handle: (call) => change(call, false),
});

async function change(call: Call, locked: boolean): Promise<Reply> {
  checkMayTriage(call);
  await setLocked(call.world, call.token(), issueIn(call), locked);
  return noContent();
}
