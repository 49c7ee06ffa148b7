import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { listRefs } from "../../operations/git/list-refs.ts";
import { presentRef } from "../../present/git-ref.ts";
import { textIn } from "../params.ts";

export const listMatchingRefs = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/git/matching-refs/{ref}",
  permission: { contents: "read" },
  handle: async (call) => {
    const refs = await listRefs(call.repository(), `refs/${textIn(call, "ref")}`);
    return ok(refs.map((ref) => presentRef(call.world, call.repository(), ref)));
  },
});
