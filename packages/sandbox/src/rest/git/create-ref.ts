import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { created } from "../../kernel/reply.ts";
import { createRef } from "../../operations/move-ref.ts";
import { showRef } from "./show-ref.ts";

const bodySchema = z.object({ ref: z.string(), sha: z.string() });

export const createGitRef = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/git/refs",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    await createRef(call.world, call.token(), call.repository(), body);
    return created(await showRef(call, body.ref));
  },
});
