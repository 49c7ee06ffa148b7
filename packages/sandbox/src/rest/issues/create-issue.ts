import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { created } from "../../kernel/reply.ts";
import { createIssue } from "../../operations/issues.ts";
import { presentIssue } from "../../present/issue.ts";
import { labelName } from "../labels/label-name.ts";

const bodySchema = z.object({
  title: z.union([z.string(), z.int()]),
  body: z.string().nullish(),
  labels: z.array(labelName).default([]),
  assignees: z.array(z.string()).default([]),
});

export const postIssue = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/issues",
  permission: { issues: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const issue = await createIssue(call.world, call.token(), call.repository(), {
      title: String(body.title),
      body: body.body ?? null,
      labels: body.labels,
      assignees: body.assignees,
    });
    return created(presentIssue(call.world, issue));
  },
});
