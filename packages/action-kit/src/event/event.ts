import { z } from "zod";

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const repositoryName = z.object({ full_name: z.string().max(300) });
const number = z.number().int().positive();

const pullRequest = z.object({
  action: z.string(),
  pull_request: z.object({
    number,
    head: z.object({ sha, repo: repositoryName.nullable() }),
    base: z.object({ sha, repo: repositoryName }),
  }),
});

const issueComment = z.object({
  action: z.string(),
  issue: z.object({ number, pull_request: z.object({}).nullish() }),
  comment: z.object({
    id: number,
    node_id: z.string().max(200),
    body: z.string().max(300_000).nullable(),
    user: z.object({ login: z.string().max(100), type: z.string() }).nullable(),
  }),
});

const workflowRun = z.object({
  action: z.string(),
  workflow_run: z.object({ id: number }),
});

/** The part of a payload that is used; everything in it was written by somebody else. */
export type ActionEvent =
  | {
      readonly name: "pull_request";
      readonly action: string;
      readonly number: number;
      readonly headSha: string;
      readonly baseSha: string;
      /** Whether the head lives in another repository. */
      readonly isFork: boolean;
    }
  | {
      readonly name: "issue_comment";
      readonly action: string;
      readonly number: number;
      readonly isPullRequest: boolean;
      readonly comment: {
        readonly id: number;
        readonly nodeId: string;
        readonly body: string;
        readonly author: string;
        readonly isBot: boolean;
      };
    }
  | { readonly name: "workflow_run"; readonly action: string; readonly runId: number }
  /** Any other; its payload is not read. */
  | { readonly name: "other"; readonly event: string };

export const eventSchemas = {
  pull_request: pullRequest.transform(({ action, pull_request }): ActionEvent => {
    const { head, base } = pull_request;
    const isFork = head.repo?.full_name !== base.repo.full_name;
    const where = { headSha: head.sha, baseSha: base.sha, isFork };
    return { name: "pull_request", action, number: pull_request.number, ...where };
  }),
  issue_comment: issueComment.transform(({ action, issue, comment }): ActionEvent => {
    const { login = "ghost", type = "User" } = comment.user ?? {};
    const said = { id: comment.id, nodeId: comment.node_id, body: comment.body ?? "" };
    return {
      name: "issue_comment",
      action,
      number: issue.number,
      isPullRequest: issue.pull_request != null,
      comment: { ...said, author: login, isBot: type === "Bot" || login.endsWith("[bot]") },
    };
  }),
  workflow_run: workflowRun.transform(({ action, workflow_run }): ActionEvent => {
    return { name: "workflow_run", action, runId: workflow_run.id };
  }),
} as const;
