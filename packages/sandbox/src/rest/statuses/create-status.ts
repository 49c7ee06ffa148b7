import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { created } from "../../kernel/reply.ts";
import { createStatus } from "../../operations/create-status.ts";
import { typeOf } from "../../operations/git/objects.ts";
import { presentStatus } from "../../present/status.ts";
import { textIn } from "../params.ts";

const bodySchema = z.object({
  state: z.enum(["error", "failure", "pending", "success"]),
  target_url: z.string().nullish(),
  description: z.string().nullish(),
  context: z.string().default("default"),
});

export const postStatus = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/statuses/{sha}",
  permission: { statuses: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const sha = textIn(call, "sha");
    if ((await typeOf(call.repository(), sha)) !== "commit") {
      throw new Refusal(422, `No commit found for SHA: ${sha}`);
    }
    const status = await createStatus(call.world, call.token(), call.repository(), {
      sha,
      state: body.state,
      context: body.context,
      description: body.description ?? null,
      targetUrl: body.target_url ?? null,
    });
    return created(presentStatus(call.world, call.repository(), status));
  },
});
