import { invalid } from "../kernel/refusal.ts";
import { canWrite } from "../kernel/role.ts";
import { presentUser } from "../present/user.ts";
import type { Issue, Repository, User } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announceConversation, announceIssue } from "./announce-issue.ts";
import type { Author } from "./author.ts";
import { checkBody, checkTitle } from "./check-text.ts";
import { checkLabelNames, setLabels } from "./labels.ts";
import { recordIssue } from "./record-issue.ts";
import { updatePullRequest } from "./update-pull-request.ts";

export interface NewIssue {
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
}

/** Emits `issues` `opened`. @throws Refusal 422 */
export async function createIssue(
  world: World,
  author: Author,
  repository: Repository,
  input: NewIssue,
): Promise<Issue> {
  checkTitle("Issue", input.title);
  checkBody("Issue", input.body ?? "");
  checkLabelNames(input.labels);
  const assignees = findAssignees(world, repository, input.assignees);
  const issue = recordIssue(world, author, repository, input);
  announceIssue(world, author, issue, "opened");
  // Who may only read opens issues, and decides nothing else about them.
  if (author.app === null && !canWrite(repository, author.actor)) return issue;
  if (input.labels.length > 0) await setLabels(world, author, issue, input.labels);
  if (assignees.length > 0) await setAssignees(world, author, issue, assignees);
  return issue;
}

/** What is absent stays. */
export interface IssueChange {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
}

/** Changes an issue, or the half of a pull request that is one. @throws Refusal 422 */
export async function updateIssue(
  world: World,
  author: Author,
  issue: Issue,
  input: IssueChange,
): Promise<void> {
  const { labels, assignees, ...text } = input;
  checkLabelNames(labels ?? []);
  const people = assignees === undefined ? null : findAssignees(world, issue.repository, assignees);
  if (issue.pullRequest !== null) await updatePullRequest(world, author, issue.pullRequest, text);
  else changeText(world, author, issue, text);
  if (labels !== undefined) await setLabels(world, author, issue, labels);
  if (people !== null) await setAssignees(world, author, issue, people);
}

/** A locked conversation is for those who can write. Emits `locked` or `unlocked`. */
export async function setLocked(
  world: World,
  author: Author,
  issue: Issue,
  locked: boolean,
): Promise<void> {
  if (issue.locked === locked) return;
  issue.locked = locked;
  await announceConversation(world, author, issue, locked ? "locked" : "unlocked");
}

function changeText(world: World, author: Author, issue: Issue, input: IssueChange): void {
  const title = input.title ?? issue.title;
  const body = input.body === undefined ? issue.body : input.body;
  checkTitle("Issue", title);
  checkBody("Issue", body ?? "");
  const changes = {
    ...(title !== issue.title && { title: { from: issue.title } }),
    ...(body !== issue.body && { body: { from: issue.body ?? "" } }),
  };
  Object.assign(issue, { title, body, updatedAt: world.now() });
  if (Object.keys(changes).length > 0) announceIssue(world, author, issue, "edited", { changes });
  if (input.state === undefined || input.state === issue.state) return;
  issue.state = input.state;
  issue.closedAt = input.state === "closed" ? world.now() : null;
  announceIssue(world, author, issue, input.state === "closed" ? "closed" : "reopened");
}

function findAssignees(
  world: World,
  repository: Repository,
  logins: readonly string[],
): readonly User[] {
  return logins.map((login) => {
    const user = world.users.get(login.toLowerCase());
    if (user !== undefined && canWrite(repository, user)) return user;
    throw invalid({ resource: "Issue", field: "assignees", code: "invalid" });
  });
}

async function setAssignees(
  world: World,
  author: Author,
  issue: Issue,
  assignees: readonly User[],
): Promise<void> {
  const before = issue.assignees;
  issue.assignees = [...new Set(assignees)];
  for (const user of issue.assignees) {
    if (before.includes(user)) continue;
    await announceConversation(world, author, issue, "assigned", {
      assignee: presentUser(world, user),
    });
  }
  for (const user of before) {
    if (issue.assignees.includes(user)) continue;
    await announceConversation(world, author, issue, "unassigned", {
      assignee: presentUser(world, user),
    });
  }
}
