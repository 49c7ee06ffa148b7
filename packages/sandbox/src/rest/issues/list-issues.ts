import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { presentIssue } from "../../present/issue.ts";
import type { Issue } from "../../state/model.ts";
import { pageReply } from "../page-reply.ts";
import { sorted } from "../sorted.ts";

export const listIssues = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/issues",
  permission: { issues: "read", pull_requests: "read" },
  handle: (call) => {
    const found = [...call.repository().issues.values()].filter((issue) => isAsked(call, issue));
    return pageReply(call, sorted(call, found, "desc"), (issue) => presentIssue(call.world, issue));
  },
});

function isAsked(call: Call, issue: Issue): boolean {
  const state = call.query.get("state") ?? "open";
  const creator = call.query.get("creator");
  const labels = (call.query.get("labels") ?? "").split(",").filter((name) => name !== "");
  const own = new Set(issue.labels.map(({ name }) => name.toLowerCase()));
  return (
    (state === "all" || issue.state === state) &&
    (creator === null || issue.author.login.toLowerCase() === creator.toLowerCase()) &&
    labels.every((name) => own.has(name.toLowerCase())) &&
    isAssigned(issue, call.query.get("assignee"))
  );
}

function isAssigned({ assignees }: Issue, wanted: string | null): boolean {
  if (wanted === null) return true;
  if (wanted === "none") return assignees.length === 0;
  if (wanted === "*") return assignees.length > 0;
  return assignees.some(({ login }) => login.toLowerCase() === wanted.toLowerCase());
}
