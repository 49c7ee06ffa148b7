import type { CheckAnnotation, CheckRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { presentApp } from "./app.ts";
import { instantOrNull } from "./instant.ts";
import { nodeId } from "./node-id.ts";
import { presentPullRequestsAt } from "./pull-request-minimal.ts";
import { repositoryPage, repositoryUrl } from "./repository-urls.ts";

export function presentCheckRun(world: World, run: CheckRun): Record<string, unknown> {
  const { suite } = run;
  const url = `${repositoryUrl(world, suite.repository)}/check-runs/${run.id}`;
  const page = `${repositoryPage(world, suite.repository)}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("CheckRun", run.id),
    head_sha: suite.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: instantOrNull(run.startedAt),
    completed_at: instantOrNull(run.completedAt),
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: suite.id },
    app: presentApp(world, suite.app),
    pull_requests: presentPullRequestsAt(world, suite.repository, suite.headSha),
  };
}

export function presentAnnotation(
  world: World,
  { suite }: CheckRun,
  annotation: CheckAnnotation,
): Record<string, unknown> {
  const page = repositoryPage(world, suite.repository);
  const path = annotation.path.split("/").map(encodeURIComponent).join("/");
  return {
    path: annotation.path,
    blob_href: `${page}/blob/${suite.headSha}/${path}`,
    start_line: annotation.startLine,
    start_column: annotation.startColumn,
    end_line: annotation.endLine,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
  };
}
