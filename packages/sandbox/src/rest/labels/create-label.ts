import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { created } from "../../kernel/reply.ts";
import { createLabel } from "../../operations/labels.ts";
import { presentLabel } from "../../present/label.ts";
import { checkMayTriage } from "../issues/may-edit.ts";

const bodySchema = z.object({
  name: z.string(),
  color: z.string().optional(),
  description: z.string().nullish(),
});

export const postLabel = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/labels",
  permission: { issues: "write", pull_requests: "write" },
  body: bodySchema,
  handle: (call, { name, color = "ededed", description = null }) => {
    checkMayTriage(call);
    const input = { name, color, description };
    const label = createLabel(call.world, call.token(), call.repository(), input);
    return created(presentLabel(call.world, call.repository(), label));
  },
});
