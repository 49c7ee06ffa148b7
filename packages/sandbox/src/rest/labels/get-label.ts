import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { presentLabel } from "../../present/label.ts";
import { labelIn } from "./label-name.ts";

export const getLabel = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/labels/{name}",
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) => ok(presentLabel(call.world, call.repository(), labelIn(call))),
});
