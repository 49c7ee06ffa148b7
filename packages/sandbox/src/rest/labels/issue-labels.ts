import { z } from "zod";
import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { noContent } from "../../kernel/reply.ts";
import { setLabels } from "../../operations/labels.ts";
import { presentLabel } from "../../present/label.ts";
import type { Issue } from "../../state/model.ts";
import { checkMayTriage } from "../issues/may-edit.ts";
import { pageReply } from "../page-reply.ts";
import { issueIn, textIn } from "../params.ts";
import { labelName } from "./label-name.ts";

const path = "/repos/{owner}/{repo}/issues/{issue_number}/labels";
const permission = { issues: "write", pull_requests: "write" } as const;
const bodySchema = z.object({ labels: z.array(labelName).default([]) });

export const listIssueLabels = endpoint({
  method: "GET",
  path,
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) => showLabels(call, issueIn(call)),
});

export const addIssueLabels = endpoint({
  method: "POST",
  path,
  permission,
  body: bodySchema,
  handle: (call, { labels }) => {
    const own = issueIn(call).labels.map(({ name }) => name);
    return change(call, [...own, ...labels]);
  },
});

export const setIssueLabels = endpoint({
  method: "PUT",
  path,
  permission,
  body: bodySchema,
  handle: (call, { labels }) => change(call, labels),
});

export const removeIssueLabels = endpoint({
  method: "DELETE",
  path,
  permission,
  handle: async (call) => {
    await change(call, []);
    return noContent();
  },
});

export const removeIssueLabel = endpoint({
  method: "DELETE",
  path: `${path}/{name}`,
  permission,
  handle: (call) => {
    const wanted = textIn(call, "name").toLowerCase();
    const names = issueIn(call).labels.map(({ name }) => name);
    const kept = names.filter((name) => name.toLowerCase() !== wanted);
    if (kept.length === names.length) throw new Refusal(404, "Label does not exist");
    return change(call, kept);
  },
});

async function change(call: Call, names: readonly string[]): Promise<Reply> {
  checkMayTriage(call);
  const issue = issueIn(call);
  await setLabels(call.world, call.token(), issue, names);
  return showLabels(call, issue);
}

function showLabels(call: Call, issue: Issue): Promise<Reply> {
  return pageReply(call, issue.labels, (label) =>
    presentLabel(call.world, issue.repository, label),
  );
}
