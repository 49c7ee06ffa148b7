import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { textIn } from "../params.ts";
import { showRef } from "./show-ref.ts";

export const getRef = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/git/ref/{ref}",
  permission: { contents: "read" },
  handle: async (call) => ok(await showRef(call, `refs/${textIn(call, "ref")}`)),
});
