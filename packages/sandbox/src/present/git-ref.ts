import type { Ref } from "../operations/git/list-refs.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { nodeId } from "./node-id.ts";
import { repositoryUrl } from "./repository-urls.ts";

export function presentRef(
  world: World,
  repository: Repository,
  { ref, sha, type }: Ref,
): Record<string, unknown> {
  const root = `${repositoryUrl(world, repository)}/git`;
  return {
    ref,
    node_id: nodeId("Ref", `${repository.id}:${ref}`),
    url: `${root}/${ref}`,
    object: { sha, type, url: `${root}/${type}s/${sha}` },
  };
}
