import { presentIssue } from "../present/issue.ts";
import type { Issue } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import { announcePullRequest } from "./announce-pull-request.ts";
import type { Author } from "./author.ts";

/** Emits `issues`. */
export function announceIssue(
  world: World,
  author: Author,
  issue: Issue,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const payload = { action, issue: presentIssue(world, issue), ...more };
  announce(world, author, issue.repository, "issues", payload);
}

/** Emits what happened to what both have: `pull_request` where the issue is the half of one, else `issues`. */
export async function announceConversation(
  world: World,
  author: Author,
  issue: Issue,
  action: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (issue.pullRequest === null) return announceIssue(world, author, issue, action, more);
  await announcePullRequest(world, author, issue.pullRequest, action, more);
}
