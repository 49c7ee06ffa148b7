import { concludeSuite } from "../../operations/conclude-suite.ts";
import { instant, instantOrNull } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import { repositoryPage } from "../../present/repository-urls.ts";
import type { App, CheckAnnotation, CheckRun, CheckSuite } from "../../state/model.ts";
import type { World } from "../../state/world.ts";
import { connection } from "../connection.ts";
import { type Arguments, type Fields, numberOf, recordOf, textOf, textsOf } from "../fields.ts";
import { commitOf } from "../sources.ts";
import { pathOf } from "./address.ts";

export const checkSuiteFields: Fields<CheckSuite> = {
  id: ({ id }) => nodeId("CheckSuite", id),
  databaseId: ({ id }) => id,
  app: ({ app }) => app,
  repository: ({ repository }) => repository,
  commit: ({ repository, headSha }) => commitOf(repository, headSha),
  status: (suite) => concludeSuite(suite).status.toUpperCase(),
  conclusion: (suite) => concludeSuite(suite).conclusion?.toUpperCase() ?? null,
  createdAt: ({ createdAt }) => instant(createdAt),
  updatedAt: ({ createdAt }) => instant(createdAt),
  checkRuns: connection<CheckSuite, CheckRun>(
    ({ runs }, args) => runs.filter((run) => passes(run, recordOf(args, "filterBy"))),
    { args: ["filterBy"] },
  ),
};

/** Of several runs of one name GitHub shows the latest unless all are asked for. */
function passes(run: CheckRun, filter: Arguments): boolean {
  const name = textOf(filter, "checkName");
  const app = numberOf(filter, "appId");
  const status = textOf(filter, "status");
  const statuses = textsOf(filter, "statuses");
  const conclusions = textsOf(filter, "conclusions");
  return (
    (name === null || run.name === name) &&
    (app === null || run.suite.app.id === app) &&
    (status === null || run.status.toUpperCase() === status) &&
    (statuses?.includes(run.status.toUpperCase()) ?? true) &&
    (conclusions?.includes(run.conclusion?.toUpperCase() ?? "") ?? true) &&
    (textOf(filter, "checkType") !== "LATEST" || isLatest(run))
  );
}

function isLatest(run: CheckRun): boolean {
  return run.suite.runs.findLast(({ name }) => name === run.name) === run;
}

function pageOf(world: World, { id, suite }: CheckRun): string {
  return `${repositoryPage(world, suite.repository)}/runs/${id}`;
}

export const checkRunFields: Fields<CheckRun> = {
  id: ({ id }) => nodeId("CheckRun", id),
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  externalId: ({ externalId }) => (externalId === "" ? null : externalId),
  status: ({ status }) => status.toUpperCase(),
  conclusion: ({ conclusion }) => conclusion?.toUpperCase() ?? null,
  title: ({ output }) => output.title,
  summary: ({ output }) => output.summary,
  text: ({ output }) => output.text,
  startedAt: ({ startedAt }) => instantOrNull(startedAt),
  completedAt: ({ completedAt }) => instantOrNull(completedAt),
  checkSuite: ({ suite }) => suite,
  repository: ({ suite }) => suite.repository,
  url: (run, _args, { world }) => pageOf(world, run),
  permalink: (run, _args, { world }) => pageOf(world, run),
  resourcePath: (run, _args, { world }) => pathOf(world, pageOf(world, run)),
  detailsUrl: (run, _args, { world }) => run.detailsUrl ?? pageOf(world, run),
  annotations: connection(({ annotations }) => annotations),
};

export const checkAnnotationFields: Fields<CheckAnnotation> = {
  path: ({ path }) => path,
  message: ({ message }) => message,
  title: ({ title }) => title,
  rawDetails: ({ rawDetails }) => rawDetails,
  annotationLevel: ({ level }) => level.toUpperCase(),
  location: (annotation) => annotation,
};

export const annotationSpanFields: Fields<CheckAnnotation> = {
  start: ({ startLine, startColumn }) => ({ line: startLine, column: startColumn }),
  end: ({ endLine, endColumn }) => ({ line: endLine, column: endColumn }),
};

export const annotationPositionFields: Fields<{ line: number; column: number | null }> = {
  line: ({ line }) => line,
  column: ({ column }) => column,
};

export const appFields: Fields<App> = {
  id: ({ id }) => nodeId("App", id),
  databaseId: ({ id }) => id,
  slug: ({ slug }) => slug,
  name: ({ name }) => name,
  url: ({ slug }, _args, { world }) => `${world.url}/apps/${slug}`,
};
