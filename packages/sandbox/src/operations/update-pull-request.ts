import { invalid } from "../kernel/refusal.ts";
import type { PullRequest } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announcePullRequest } from "./announce-pull-request.ts";
import type { Author } from "./author.ts";
import { carryThreads } from "./carry-threads.ts";
import { checkBody, checkTitle } from "./check-text.ts";
import { checkMayReopen, closePullRequest, reopenPullRequest } from "./close-pull-request.ts";
import { tipOf } from "./git/resolve.ts";

/** What is absent stays. */
export interface PullRequestChange {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: "open" | "closed" | undefined;
  /** Another branch to go to. */
  readonly base?: string | undefined;
}

/** Emits `edited`, `closed` or `reopened`. @throws Refusal 422 */
export async function updatePullRequest(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  input: PullRequestChange,
): Promise<void> {
  const { issue } = pullRequest;
  const title = input.title ?? issue.title;
  const body = input.body === undefined ? issue.body : input.body;
  checkTitle("PullRequest", title);
  checkBody("PullRequest", body ?? "");
  if (input.state === "open") await checkMayReopen(pullRequest);
  const base = await findBase(pullRequest, input.base);
  const changes = {
    ...(title !== issue.title && { title: { from: issue.title } }),
    ...(body !== issue.body && { body: { from: issue.body ?? "" } }),
    ...(base.ref !== pullRequest.base.ref && {
      base: { ref: { from: pullRequest.base.ref }, sha: { from: pullRequest.base.sha } },
    }),
  };
  Object.assign(issue, { title, body });
  await setBase(pullRequest, base);
  if (Object.keys(changes).length > 0) {
    issue.updatedAt = world.now();
    await announcePullRequest(world, author, pullRequest, "edited", { changes });
  }
  if (input.state === "closed") await closePullRequest(world, author, pullRequest);
  if (input.state === "open") await reopenPullRequest(world, author, pullRequest);
}

/** Emits `converted_to_draft` or `ready_for_review`. */
export async function setDraft(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  draft: boolean,
): Promise<void> {
  if (pullRequest.draft === draft) return;
  pullRequest.draft = draft;
  pullRequest.issue.updatedAt = world.now();
  const action = draft ? "converted_to_draft" : "ready_for_review";
  await announcePullRequest(world, author, pullRequest, action);
}

async function findBase(
  { base, issue }: PullRequest,
  ref: string | undefined,
): Promise<PullRequest["base"]> {
  if (ref === undefined || ref === base.ref) return base;
  const sha = await tipOf(issue.repository, ref);
  if (sha !== null) return { ref, sha };
  throw invalid({ resource: "PullRequest", field: "base", code: "invalid" });
}

async function setBase(pullRequest: PullRequest, base: PullRequest["base"]): Promise<void> {
  if (pullRequest.base.sha === base.sha && pullRequest.base.ref === base.ref) return;
  pullRequest.base = base;
  await carryThreads(pullRequest);
}
