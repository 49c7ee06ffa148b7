import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { roleOf } from "../../kernel/role.ts";
import { presentFullRepository } from "../../present/full-repository.ts";
import { viewerOf } from "../params.ts";

export const getRepository = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}",
  permission: { metadata: "read" },
  handle: (call) => {
    const viewer = viewerOf(call);
    const role = viewer === null ? "read" : roleOf(call.repository(), viewer.actor);
    return ok(presentFullRepository(call.world, call.repository(), role));
  },
});
