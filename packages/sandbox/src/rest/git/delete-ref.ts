import { endpoint } from "../../kernel/endpoint.ts";
import { noContent } from "../../kernel/reply.ts";
import { deleteRef } from "../../operations/move-ref.ts";
import { textIn } from "../params.ts";

export const deleteGitRef = endpoint({
  method: "DELETE",
  path: "/repos/{owner}/{repo}/git/refs/{ref}",
  permission: { contents: "write" },
  handle: async (call) => {
    await deleteRef(call.world, call.token(), call.repository(), `refs/${textIn(call, "ref")}`);
    return noContent();
  },
});
