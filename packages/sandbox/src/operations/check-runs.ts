import { Refusal } from "../kernel/refusal.ts";
import { presentCheckRun } from "../present/check-run.ts";
import type { App, CheckAnnotation, CheckRun, CheckSuite, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import type { Author } from "./author.ts";

const annotationLimit = 50;
const textLimit = 65_535;

/** What may be set on a check run; what is absent stays. */
export interface CheckRunChange {
  readonly name?: string;
  readonly externalId?: string;
  readonly detailsUrl?: string | null;
  readonly status?: CheckRun["status"];
  readonly conclusion?: string | null;
  readonly startedAt?: Date;
  readonly completedAt?: Date;
  readonly output?: {
    readonly title: string | null;
    readonly summary: string | null;
    readonly text: string | null;
    /** Added to those there are; at most 50 at once. */
    readonly annotations: readonly CheckAnnotation[];
  };
}

/** Emits `check_run` `created`. The commit exists. @throws Refusal 403 without an App, 422 */
export function createCheckRun(
  world: World,
  author: Author,
  repository: Repository,
  input: CheckRunChange & { readonly name: string; readonly headSha: string },
): CheckRun {
  const app = appOf(author);
  checkOutput(input);
  checkOutcome(input, null);
  const suite = suiteOf(world, repository, input.headSha, app);
  const run: CheckRun = {
    kind: "check-run",
    id: world.nextId(),
    suite,
    name: input.name,
    externalId: "",
    status: "queued",
    conclusion: null,
    detailsUrl: null,
    startedAt: world.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  };
  suite.runs.push(run);
  change(world, run, input);
  announceRun(world, author, run, "created");
  if (run.status === "completed") announceRun(world, author, run, "completed");
  return run;
}

/** Emits `check_run` `completed` when it becomes so. @throws Refusal 403 for another App's, 422 */
export function updateCheckRun(
  world: World,
  author: Author,
  run: CheckRun,
  input: CheckRunChange,
): void {
  if (appOf(author).id !== run.suite.app.id) throw notYours();
  checkOutput(input);
  checkOutcome(input, run);
  const wasCompleted = run.status === "completed";
  change(world, run, input);
  if (!wasCompleted && run.status === "completed") announceRun(world, author, run, "completed");
}

function appOf({ app }: Author): App {
  if (app !== null) return app;
  throw new Refusal(403, "You must authenticate via a GitHub App.");
}

function notYours(): Refusal {
  return new Refusal(403, "Invalid app_id `check_run` does not belong to this GitHub App.");
}

function checkOutput({ output }: CheckRunChange): void {
  if (output === undefined) return;
  const { annotations, summary, text } = output;
  if (annotations.length > annotationLimit) {
    throw new Refusal(
      422,
      `Invalid request.\n\nNo more than ${annotationLimit} items are allowed; ${annotations.length} were supplied.`,
    );
  }
  for (const words of [summary ?? "", text ?? ""]) {
    if (words.length <= textLimit) continue;
    const message = `Only ${textLimit} characters are allowed; ${words.length} were supplied.`;
    throw new Refusal(422, `Invalid request.\n\n${message}`);
  }
  for (const annotation of annotations) checkAnnotation(annotation);
}

/** Columns only make sense within one line. */
function checkAnnotation({ startLine, endLine, startColumn, endColumn }: CheckAnnotation): void {
  const hasColumns = startColumn !== null || endColumn !== null;
  if (startLine <= endLine && !(hasColumns && startLine !== endLine)) return;
  throw new Refusal(422, "Validation Failed", [
    {
      resource: "CheckAnnotation",
      code: "invalid",
      field: startLine > endLine ? "end_line" : "start_column",
    },
  ]);
}

function change(world: World, run: CheckRun, input: CheckRunChange): void {
  run.name = input.name ?? run.name;
  run.externalId = input.externalId ?? run.externalId;
  run.detailsUrl = input.detailsUrl ?? run.detailsUrl;
  run.startedAt = input.startedAt ?? run.startedAt;
  setOutcome(world, run, input);
  if (input.output === undefined) return;
  const { annotations, ...output } = input.output;
  run.output = output;
  run.annotations.push(...annotations);
}

/** What is completed has a conclusion. */
function checkOutcome({ status, conclusion }: CheckRunChange, run: CheckRun | null): void {
  const known = conclusion ?? run?.conclusion ?? null;
  if (status !== "completed" || known !== null) return;
  throw new Refusal(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.');
}

/** A conclusion completes a run; a run that goes on has none. */
function setOutcome(world: World, run: CheckRun, input: CheckRunChange): void {
  const conclusion = input.conclusion ?? null;
  if (conclusion !== null) {
    run.status = "completed";
    run.conclusion = conclusion;
    run.completedAt = input.completedAt ?? world.now();
  } else if (input.status !== undefined && input.status !== "completed") {
    run.status = input.status;
    run.conclusion = null;
    run.completedAt = null;
  }
}

function suiteOf(world: World, repository: Repository, headSha: string, app: App): CheckSuite {
  const known = repository.checkSuites.find(
    (suite) => suite.headSha === headSha && suite.app.id === app.id,
  );
  if (known !== undefined) return known;
  const id = world.nextId();
  const createdAt = world.now();
  const suite: CheckSuite = {
    kind: "check-suite",
    id,
    repository,
    headSha,
    app,
    createdAt,
    runs: [],
  };
  repository.checkSuites.push(suite);
  return suite;
}

function announceRun(world: World, author: Author, run: CheckRun, action: string): void {
  const check_run = presentCheckRun(world, run);
  announce(world, author, run.suite.repository, "check_run", { action, check_run });
}
