import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { moveRef } from "../../operations/move-ref.ts";
import { textIn } from "../params.ts";
import { showRef } from "./show-ref.ts";

const bodySchema = z.object({ sha: z.string(), force: z.boolean().default(false) });

export const updateGitRef = endpoint({
  method: "PATCH",
  path: "/repos/{owner}/{repo}/git/refs/{ref}",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const ref = `refs/${textIn(call, "ref")}`;
    await moveRef(call.world, call.token(), call.repository(), { ref, ...body });
    return ok(await showRef(call, ref));
  },
});
