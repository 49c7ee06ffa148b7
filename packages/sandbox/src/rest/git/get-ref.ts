import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { listRefs } from "../../operations/git/list-refs.ts";
import { presentRef } from "../../present/git-ref.ts";
import { textIn } from "../params.ts";

export const getRef = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/git/ref/{ref}",
  permission: { contents: "read" },
  handle: async (call) => {
    const name = `refs/${textIn(call, "ref")}`;
    const refs = await listRefs(call.repository(), name);
    const ref = refs.find(({ ref }) => ref === name);
    if (ref === undefined) throw notFound();
    return ok(presentRef(call.world, call.repository(), ref));
  },
});
