import { invalid, Refusal } from "../kernel/refusal.ts";
import { canWrite } from "../kernel/role.ts";
import type { Issue } from "../state/model.ts";
import type { Author } from "./author.ts";

const bodyLimit = 65_536;
const titleLimit = 256;

/** @throws Refusal 422 as GitHub words it for the resource */
export function checkBody(resource: string, body: string): void {
  if (!isTooLong(body)) return;
  const field = resource === "IssueComment" ? "data" : "body";
  const code = resource === "IssueComment" ? "unprocessable" : "custom";
  throw invalid({ resource, code, field, message: tooLong });
}

/** Of a comment on a diff, which must say something too. @throws Refusal 422 */
export function checkReviewComment(body: string): void {
  const resource = "PullRequestReviewComment";
  checkBody(resource, body);
  if (body.trim() === "") throw invalid({ resource, code: "missing_field", field: "body" });
}

/** Of a review, which GitHub answers in plain text. @throws Refusal 422 */
export function checkReviewBody(body: string): void {
  if (isTooLong(body)) throw unprocessable(tooLong);
}

/** @throws Refusal 422 when a title is missing or longer than 256 characters */
export function checkTitle(resource: "Issue" | "PullRequest", title: string): void {
  if (title.trim() === "") throw invalid({ resource, code: "missing_field", field: "title" });
  if (countCharacters(title) <= titleLimit) return;
  const message = `title is too long (maximum is ${titleLimit} characters)`;
  throw invalid({ resource, code: "custom", field: "title", message });
}

/** A 422 whose errors are plain text, as the review endpoints give. */
export function unprocessable(...errors: readonly string[]): Refusal {
  return new Refusal(422, "Unprocessable Entity", errors);
}

/** A locked conversation is closed to all who cannot write to the repository. @throws Refusal 403 */
export function checkUnlocked(issue: Issue, author: Author): void {
  if (!issue.locked || canWrite(issue.repository, author.actor)) return;
  throw new Refusal(403, "Unable to create comment because issue is locked.");
}

const tooLong = `body is too long (maximum is ${bodyLimit} characters)`;

function isTooLong(body: string): boolean {
  return body.length > bodyLimit && countCharacters(body) > bodyLimit;
}

/** Characters, not halves of them. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
