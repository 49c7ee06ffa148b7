import { repositoryPage } from "../present/repository-urls.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import type { Author } from "./author.ts";
import { closePullRequestsFrom } from "./close-pull-request.ts";
import { commitsBetween, isAncestor } from "./git/merge-base.ts";
import { noObject } from "./git/objects.ts";
import { type CommitFacts, readCommits } from "./git/read-commit.ts";
import { synchronizeBranch } from "./synchronize-pull-request.ts";
import { emailOf, userOfSignature } from "./user-of-signature.ts";

/** GitHub shows at most so many commits in an event. */
const commitLimit = 2_048;

/** A ref that moved; null where it was not, or is no more. */
export interface RefUpdate {
  /** In full: `refs/heads/main`. */
  readonly ref: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Tells of a ref that moved, however it did: emits `push`, `create` and `delete`, and carries the
 * pull requests that come from the branch along. To be called once the ref is where it shall be.
 */
export async function recordPush(
  world: World,
  author: Author,
  repository: Repository,
  update: RefUpdate,
): Promise<void> {
  if (update.before === update.after) return;
  repository.pushedAt = world.now();
  await announcePush(world, author, repository, update);
  announceRef(world, author, repository, update);
  const branch = branchOf(update.ref);
  if (branch === null) return;
  if (update.after === null) await closePullRequestsFrom(world, author, repository, branch);
  else await synchronizeBranch(world, author, repository, branch);
}

async function announcePush(
  world: World,
  author: Author,
  repository: Repository,
  update: RefUpdate,
): Promise<void> {
  const { ref, before, after } = update;
  const commits = await pushedCommits(repository, update);
  const shown = commits.map((commit) => presentPushed(world, repository, commit));
  announce(world, author, repository, "push", {
    ref,
    before: before ?? noObject,
    after: after ?? noObject,
    created: before === null,
    deleted: after === null,
    forced: await isForced(repository, update),
    base_ref: null,
    compare: `${repositoryPage(world, repository)}/compare/${(before ?? noObject).slice(0, 12)}...${(after ?? noObject).slice(0, 12)}`,
    pusher: { name: author.actor.login, email: emailOf(author.actor) },
    commits: shown,
    head_commit: shown.at(-1) ?? null,
  });
}

async function pushedCommits(
  repository: Repository,
  { before, after }: RefUpdate,
): Promise<readonly CommitFacts[]> {
  if (after === null) return [];
  const shas = before === null ? [after] : await commitsBetween(repository, before, after);
  return readCommits(repository, shas.slice(-commitLimit));
}

async function isForced(repository: Repository, { before, after }: RefUpdate): Promise<boolean> {
  if (before === null || after === null) return false;
  return !(await isAncestor(repository, before, after));
}

function presentPushed(
  world: World,
  repository: Repository,
  commit: CommitFacts,
): Record<string, unknown> {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    author: presentSigner(world, commit.author),
    committer: presentSigner(world, commit.committer),
    added: [],
    removed: [],
    modified: [],
  };
}

function presentSigner(world: World, signature: CommitFacts["author"]): Record<string, unknown> {
  const user = userOfSignature(world, signature);
  const username = user === null ? {} : { username: user.login };
  return { name: signature.name, email: signature.email, ...username };
}

function announceRef(
  world: World,
  author: Author,
  repository: Repository,
  { ref, before, after }: RefUpdate,
): void {
  if (before !== null && after !== null) return;
  const ref_type = ref.startsWith("refs/tags/") ? "tag" : "branch";
  const common = { ref: ref.replace(/^refs\/(?:heads|tags)\//, ""), ref_type, pusher_type: "user" };
  const more = { master_branch: repository.defaultBranch, description: repository.description };
  const name = after === null ? "delete" : "create";
  const payload = after === null ? common : { ...common, ...more };
  announce(world, author, repository, name, payload);
}

function branchOf(ref: string): string | null {
  return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}
