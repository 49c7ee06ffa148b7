import { Refusal } from "../kernel/refusal.ts";
import type { PullRequest } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import { closePullRequest } from "./close-pull-request.ts";
import { signedBy } from "./git/commit-as.ts";
import { commitsOf } from "./git/commits-of.ts";
import { writeCommit } from "./git/objects.ts";
import { readCommit, readCommits } from "./git/read-commit.ts";
import { rebase } from "./git/rebase.ts";
import { tipOf } from "./git/resolve.ts";
import { mergeTrees } from "./git/test-merge.ts";
import { updateRef } from "./git/update-ref.ts";
import { recordPush } from "./record-push.ts";

export interface MergeInput {
  readonly method: "merge" | "squash" | "rebase";
  readonly title: string | null;
  readonly message: string | null;
  /** What the head must be. */
  readonly sha: string | null;
}

/**
 * Merges, moves the base branch and closes the pull request; answers with the commit it made.
 * @throws Refusal 405 when it cannot be merged, 409 when the head is another
 */
export async function mergePullRequest(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  input: MergeInput,
): Promise<string> {
  const { base, head, issue } = pullRequest;
  if (issue.state === "closed") throw new Refusal(405, "Pull Request is not mergeable");
  if (pullRequest.draft) throw new Refusal(405, "Pull Request is still a draft");
  if (input.sha !== null && input.sha !== head.sha) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
  const tip = await tipOf(issue.repository, base.ref);
  if (tip === null) throw new Refusal(405, "Base branch does not exist");
  const sha = await makeMerge(world, author, pullRequest, input, tip);
  const ref = `refs/heads/${base.ref}`;
  if (!(await updateRef(issue.repository, { ref, before: tip, after: sha }))) {
    throw new Refusal(409, "Base branch was modified. Review and try the merge again.");
  }
  pullRequest.merged = { at: world.now(), by: author.actor, sha };
  await closePullRequest(world, author, pullRequest);
  await recordPush(world, author, issue.repository, { ref, before: tip, after: sha });
  return sha;
}

async function makeMerge(
  world: World,
  author: Author,
  pullRequest: PullRequest,
  input: MergeInput,
  tip: string,
): Promise<string> {
  const { head, issue } = pullRequest;
  const environment = signedBy(world, author.actor);
  if (input.method === "rebase") {
    const commits = await readCommits(issue.repository, await commitsOf(pullRequest));
    const sha = await rebase(issue.repository, tip, commits, environment);
    return sha ?? refuseConflict();
  }
  const tree = (await mergeTrees(issue.repository, tip, head.sha)) ?? refuseConflict();
  const parents = input.method === "merge" ? [tip, head.sha] : [tip];
  const message = await messageOf(pullRequest, input);
  return writeCommit(issue.repository, { tree, parents, message }, environment);
}

async function messageOf(
  { head, issue }: PullRequest,
  { method, title, message }: MergeInput,
): Promise<string> {
  const from = `${head.repository?.owner.login ?? "unknown"}/${head.ref}`;
  const merged = `Merge pull request #${issue.number} from ${from}`;
  const squashed = `${issue.title} (#${issue.number})`;
  const first = title ?? (method === "merge" ? merged : squashed);
  const second =
    message ?? (method === "merge" ? issue.title : await squashMessage(issue, head.sha));
  return second === "" ? first : `${first}\n\n${second}`;
}

async function squashMessage(issue: PullRequest["issue"], head: string): Promise<string> {
  const { message } = await readCommit(issue.repository, head);
  return message.split("\n").slice(1).join("\n").trim();
}

function refuseConflict(): never {
  throw new Refusal(405, "Pull Request is not mergeable");
}
