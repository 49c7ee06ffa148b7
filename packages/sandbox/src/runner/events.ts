import { announce } from "../operations/announce.ts";
import { announcePullRequest } from "../operations/announce-pull-request.ts";
import { headCommitOf } from "../operations/workflow-runs.ts";
import { presentIssue } from "../present/issue.ts";
import { presentIssueComment } from "../present/issue-comment.ts";
import { presentWorkflow } from "../present/workflow.ts";
import { presentWorkflowRun } from "../present/workflow-run.ts";
import type { IssueComment, PullRequest, Repository, User, WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { TriggerEvent } from "./trigger.ts";

export type PullRequestAction = "opened" | "synchronize" | "reopened" | "ready_for_review";

/** What starts a workflow on a pull request as it is now. @param by default: its author */
export function pullRequestEvent(
  world: World,
  pullRequest: PullRequest,
  action: PullRequestAction = "opened",
  by: User = pullRequest.issue.author,
): Promise<TriggerEvent> {
  const author = { actor: by, app: null };
  return capture(world, (listening) => announcePullRequest(listening, author, pullRequest, action));
}

/** What starts a workflow on a new comment. */
export function issueCommentEvent(world: World, comment: IssueComment): Promise<TriggerEvent> {
  const author = { actor: comment.author, app: comment.app };
  const { issue } = comment;
  return capture(world, (listening) =>
    announce(listening, author, issue.repository, "issue_comment", {
      action: "created",
      issue: presentIssue(world, issue),
      comment: presentIssueComment(world, comment),
    }),
  );
}

/** What starts a workflow after another one: its run as it is now. */
export async function workflowRunEvent(world: World, run: WorkflowRun): Promise<TriggerEvent> {
  const commit = await headCommitOf(run);
  return capture(world, (listening) =>
    announce(listening, { actor: run.actor, app: null }, run.repository, "workflow_run", {
      action: "completed",
      workflow_run: presentWorkflowRun(world, run, commit),
      workflow: presentWorkflow(world, run),
    }),
  );
}

export interface Dispatch {
  /** Default: the repository's default branch. */
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** `.github/workflows/….yml`. */
  readonly workflow: string;
}

/** What starts a workflow by hand. */
export function workflowDispatchEvent(
  world: World,
  repository: Repository,
  by: User,
  dispatch: Dispatch,
): Promise<TriggerEvent> {
  const { ref = repository.defaultBranch, inputs = {}, workflow } = dispatch;
  const payload = { ref: `refs/heads/${ref}`, inputs, workflow };
  return capture(world, (listening) =>
    announce(listening, { actor: by, app: null }, repository, "workflow_dispatch", payload),
  );
}

/** What would be told of something, without telling it to anyone. */
async function capture(
  world: World,
  tell: (listening: World) => void | Promise<void>,
): Promise<TriggerEvent> {
  const told: TriggerEvent[] = [];
  await tell({ ...world, emit: ({ name, payload }) => told.push({ name, payload }) });
  const [event] = told;
  if (event === undefined) throw new Error("nothing was told");
  return event;
}
