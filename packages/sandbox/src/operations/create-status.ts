import { invalid } from "../kernel/refusal.ts";
import { presentCommit } from "../present/commit.ts";
import { instant } from "../present/instant.ts";
import type { CommitStatus, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import type { Author } from "./author.ts";
import { readCommit } from "./git/read-commit.ts";

const limit = 1_000;

/** Emits `status`. The commit exists. @throws Refusal 422 */
export async function createStatus(
  world: World,
  author: Author,
  repository: Repository,
  input: Pick<CommitStatus, "sha" | "state" | "context" | "description" | "targetUrl">,
): Promise<CommitStatus> {
  const same = repository.statuses.filter(
    ({ sha, context }) => sha === input.sha && context === input.context,
  );
  if (same.length >= limit) {
    const message = "This SHA and context has reached the maximum number of statuses.";
    throw invalid({ resource: "Status", code: "custom", message });
  }
  const status: CommitStatus = {
    id: world.nextId(),
    ...input,
    creator: author.actor,
    createdAt: world.now(),
  };
  repository.statuses.push(status);
  const commit = await readCommit(repository, input.sha);
  announce(world, author, repository, "status", {
    id: status.id,
    sha: status.sha,
    name: `${repository.owner.login}/${repository.name}`,
    avatar_url: `${world.url}/avatars/u/${author.actor.id}`,
    target_url: status.targetUrl,
    context: status.context,
    description: status.description,
    state: status.state,
    commit: presentCommit(world, repository, commit),
    branches: [],
    created_at: instant(status.createdAt),
    updated_at: instant(status.createdAt),
  });
  return status;
}
