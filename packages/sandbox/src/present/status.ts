import type { CommitStatus, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant } from "./instant.ts";
import { nodeId } from "./node-id.ts";
import { repositoryUrl } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

/** A `simple-commit-status`, as the combined status lists it. */
export function presentSimpleStatus(
  world: World,
  repository: Repository,
  status: CommitStatus,
): Record<string, unknown> {
  return {
    url: `${repositoryUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: `${world.url}/avatars/u/${status.creator.id}`,
    id: status.id,
    node_id: nodeId("StatusContext", status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: instant(status.createdAt),
    updated_at: instant(status.createdAt),
  };
}

export function presentStatus(
  world: World,
  repository: Repository,
  status: CommitStatus,
): Record<string, unknown> {
  return {
    ...presentSimpleStatus(world, repository, status),
    creator: presentUser(world, status.creator),
  };
}
