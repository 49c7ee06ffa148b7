import { invalid, Refusal } from "../kernel/refusal.ts";
import { canWrite } from "../kernel/role.ts";
import { presentIssue } from "../present/issue.ts";
import { presentIssueComment } from "../present/issue-comment.ts";
import type { Issue, IssueComment } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import type { Author } from "./author.ts";
import { checkBody, checkUnlocked } from "./check-text.ts";

/** @throws Refusal 403, 422 */
export function createIssueComment(
  world: World,
  author: Author,
  issue: Issue,
  body: string,
): IssueComment {
  checkUnlocked(issue, author);
  checkComment(body);
  const createdAt = world.now();
  const comment: IssueComment = {
    kind: "issue-comment",
    id: world.nextId(),
    issue,
    author: author.actor,
    app: author.app,
    body,
    createdAt,
    updatedAt: createdAt,
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updatedAt = createdAt;
  announceIssueComment(world, author, comment, "created");
  return comment;
}

/** @throws Refusal 403, 422 */
export function updateIssueComment(
  world: World,
  author: Author,
  comment: IssueComment,
  body: string,
): void {
  checkMayChange(author, comment);
  checkComment(body);
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = world.now();
  announceIssueComment(world, author, comment, "edited", { changes });
}

/** @throws Refusal 403 */
export function deleteIssueComment(world: World, author: Author, comment: IssueComment): void {
  checkMayChange(author, comment);
  const { comments } = comment.issue;
  comments.splice(comments.indexOf(comment), 1);
  announceIssueComment(world, author, comment, "deleted");
}

/** Whoever wrote it, people who can write, and an App by its permissions. */
export function mayChangeComment(author: Author, comment: IssueComment): boolean {
  const isOwn = comment.author.id === author.actor.id;
  return isOwn || author.app !== null || canWrite(comment.issue.repository, author.actor);
}

function checkMayChange(author: Author, comment: IssueComment): void {
  if (!mayChangeComment(author, comment)) throw new Refusal(403, "Forbidden");
}

function checkComment(body: string): void {
  checkBody("IssueComment", body);
  if (body.trim() !== "") return;
  const message = "Body cannot be blank";
  throw invalid({ resource: "IssueComment", code: "unprocessable", field: "data", message });
}

function announceIssueComment(
  world: World,
  author: Author,
  comment: IssueComment,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  announce(world, author, comment.issue.repository, "issue_comment", {
    action,
    issue: presentIssue(world, comment.issue),
    comment: presentIssueComment(world, comment),
    ...more,
  });
}
