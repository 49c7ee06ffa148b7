import * as z from "zod/mini";

// Of itself, the small build says no more than that something is wrong.
z.config(z.locales.en());

const sha = z.string().check(z.regex(/^[0-9a-f]{40,64}$/));
const repositoryName = z.object({ full_name: z.string().check(z.maxLength(300)) });
const number = z.int().check(z.positive());

const pullRequest = z.object({
  action: z.string(),
  pull_request: z.object({
    number,
    head: z.object({ sha, repo: z.nullable(repositoryName) }),
    base: z.object({ sha, repo: repositoryName }),
  }),
});

const issueComment = z.object({
  action: z.string(),
  issue: z.object({ number, pull_request: z.nullish(z.object({})) }),
  comment: z.object({
    id: number,
    node_id: z.string().check(z.maxLength(200)),
    body: z.nullable(z.string().check(z.maxLength(300_000))),
    user: z.nullable(z.object({ login: z.string().check(z.maxLength(100)), type: z.string() })),
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

/** The small build of zod: the whole of it takes longer to load than all else before the first request. */
function read<Shape extends z.ZodMiniType>(
  schema: Shape,
  toEvent: (payload: z.output<Shape>) => ActionEvent,
) {
  return z.pipe(schema, z.transform(toEvent));
}

export const eventSchemas = {
  pull_request: read(pullRequest, ({ action, pull_request }) => {
    const { head, base } = pull_request;
    const isFork = head.repo?.full_name !== base.repo.full_name;
    const where = { headSha: head.sha, baseSha: base.sha, isFork };
    return { name: "pull_request", action, number: pull_request.number, ...where };
  }),
  issue_comment: read(issueComment, ({ action, issue, comment }) => {
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
  workflow_run: read(workflowRun, ({ action, workflow_run }) => {
    return { name: "workflow_run", action, runId: workflow_run.id };
  }),
} as const;
