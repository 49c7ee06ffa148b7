import { endpoint } from "../../kernel/endpoint.ts";
import { noContent } from "../../kernel/reply.ts";
import { deleteLabel } from "../../operations/labels.ts";
import { checkMayTriage } from "../issues/may-edit.ts";
import { labelIn } from "./label-name.ts";

export const removeLabel = endpoint({
  method: "DELETE",
  path: "/repos/{owner}/{repo}/labels/{name}",
  permission: { issues: "write", pull_requests: "write" },
  handle: (call) => {
    checkMayTriage(call);
    deleteLabel(call.world, call.token(), call.repository(), labelIn(call));
    return noContent();
  },
});
