import { workflowId } from "../operations/workflow-id.ts";
import type { WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant } from "./instant.ts";
import { nodeId } from "./node-id.ts";
import { repositoryPage, repositoryUrl } from "./repository-urls.ts";

/** A `workflow`, as far as one of its runs tells. */
export function presentWorkflow(world: World, run: WorkflowRun): Record<string, unknown> {
  const { repository } = run;
  const id = workflowId(repository, run.path);
  const page = repositoryPage(world, repository);
  return {
    id,
    node_id: nodeId("Workflow", id),
    name: run.name,
    path: run.path,
    state: "active",
    created_at: instant(repository.createdAt),
    updated_at: instant(repository.createdAt),
    url: `${repositoryUrl(world, repository)}/actions/workflows/${id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${run.path}`,
    badge_url: `${page}/workflows/${encodeURIComponent(run.name)}/badge.svg`,
  };
}
