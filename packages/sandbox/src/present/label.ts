import type { Label, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { nodeId } from "./node-id.ts";
import { repositoryUrl } from "./repository-urls.ts";

export function presentLabel(
  world: World,
  repository: Repository,
  label: Label,
): Record<string, unknown> {
  return {
    id: label.id,
    node_id: nodeId("Label", label.id),
    url: `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}
