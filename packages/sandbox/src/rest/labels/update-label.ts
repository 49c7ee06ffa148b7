import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { updateLabel } from "../../operations/labels.ts";
import { presentLabel } from "../../present/label.ts";
import { checkMayTriage } from "../issues/may-edit.ts";
import { labelIn } from "./label-name.ts";

const bodySchema = z.object({
  new_name: z.string().optional(),
  color: z.string().optional(),
  description: z.string().nullish(),
});

export const patchLabel = endpoint({
  method: "PATCH",
  path: "/repos/{owner}/{repo}/labels/{name}",
  permission: { issues: "write", pull_requests: "write" },
  body: bodySchema,
  handle: (call, { new_name, color, description }) => {
    checkMayTriage(call);
    const label = labelIn(call);
    updateLabel(call.world, call.token(), call.repository(), label, {
      name: new_name ?? label.name,
      color: color ?? label.color,
      description: description === undefined ? label.description : description,
    });
    return ok(presentLabel(call.world, call.repository(), label));
  },
});
