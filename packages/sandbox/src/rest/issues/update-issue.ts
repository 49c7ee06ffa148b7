import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { updateIssue } from "../../operations/issues.ts";
import { presentIssue } from "../../present/issue.ts";
import { labelName } from "../labels/label-name.ts";
import { issueIn } from "../params.ts";
import { checkMayEdit } from "./may-edit.ts";

const bodySchema = z.object({
  title: z.union([z.string(), z.int()]).optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  labels: z.array(labelName).optional(),
  assignees: z.array(z.string()).optional(),
});

export const patchIssue = endpoint({
  method: "PATCH",
  path: "/repos/{owner}/{repo}/issues/{issue_number}",
  permission: { issues: "write", pull_requests: "write" },
  body: bodySchema,
  handle: async (call, { title, ...body }) => {
    const issue = issueIn(call);
    checkMayEdit(call, issue);
    const text = title === undefined ? {} : { title: String(title) };
    await updateIssue(call.world, call.token(), issue, { ...body, ...text });
    return ok(presentIssue(call.world, issue));
  },
});
