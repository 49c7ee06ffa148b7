import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ActionScenario, startActionScenario } from "./action-scenario.ts";
import type { ScenarioRun, ScenarioRunOptions } from "./action-scenario-run.ts";
import type { ScenarioFiles } from "./action-scenario-seed.ts";
import type { Files } from "./change.ts";
import { programAgent } from "./program-agent.ts";
import { type SwarmJobs, startSwarmJobs } from "./swarm-jobs.ts";

const actions =
  process.env.BUILT_ACTIONS ?? fileURLToPath(new URL("../../actions", import.meta.url));

/** Where the build of `pr-review` is. */
export const reviewAction = join(actions, "pr-review");

/** A pull request of many files, and an agent of its own that tells whom it was asked about. */
export interface LargeChange extends Disposable {
  readonly base: ScenarioFiles;
  readonly change: ScenarioFiles;
  /** Paths that the agent was asked about since the last call, sorted; one asked twice is there twice. */
  readonly asked: () => readonly string[];
}

/** Where workers and the review of a change meet, as jobs of one run. */
export interface SwarmReview extends AsyncDisposable {
  readonly jobs: SwarmJobs;
  readonly scenario: ActionScenario;
  /** Plans, and does what these workers are given; answers with the job that planned. */
  readonly work: (workers: readonly number[], options?: PlanOptions) => Promise<ScenarioRun>;
  readonly collect: (inputs?: Readonly<Record<string, string>>) => Promise<ScenarioRun>;
  /** The last job of the run. */
  readonly review: (options?: ScenarioRunOptions) => Promise<ScenarioRun>;
  /** One more commit, and the run that it causes. */
  readonly push: (files: ScenarioFiles) => Promise<void>;
}

/** How the plan of a swarm is made, beside the usual. */
type PlanOptions = Pick<ScenarioRunOptions, "inputs" | "permissions">;

/** As the starter workflow plans: what the last review stands for is left out. */
export const planOfTemplate = {
  inputs: { review: "pr-review" },
  permissions: { contents: "read", "pull-requests": "read" },
} as const satisfies PlanOptions;

const folders = Array.from({ length: 9 }, (_, at) => `src/part-${at}`);

/** Every file gets a finding of a built-in reviewer, and one of the agent. */
export function largeChange(): LargeChange {
  const folder = mkdtempSync(join(tmpdir(), "swarm-asked-"));
  const log = join(folder, "asked");
  const source = `
import { appendFileSync } from "node:fs";
let text = "";
for await (const chunk of process.stdin) text += chunk;
const { files } = JSON.parse(text);
const own = files.filter(({ path, hunks }) => path.startsWith("src/") && hunks.length > 0);
appendFileSync(${JSON.stringify(log)}, own.map(({ path }) => path + "\\n").join(""));
const findings = own.map(({ path }) => ({
  path, startLine: 6, endLine: 6, rule: "two", severity: "high", category: "performance",
  message: "The sum of " + path + " returns what nobody expects.",
}));
process.stdout.write(JSON.stringify({ findings }));
`;
  const agent = programAgent("sums", source, {
    options: { split: "hunk", categories: ["performance"] },
    review: { "fail-on": "never" },
  });
  const files = (body: string) =>
    Object.fromEntries(folders.map((name) => [`${name}/index.js`, body]));
  let read = 0;
  return {
    base: { ...textsOf(agent), ...files("export const one = () => {\n  return 1;\n};\n") },
    change: files(
      "export const one = () => {\n  debugger;\n  return 2;\n};\n\nexport const two = 2;\n",
    ),
    asked: () => {
      const lines = readLines(log);
      const fresh = lines.slice(read);
      read = lines.length;
      return fresh.toSorted();
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function textsOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.toString()]));
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

export async function startSwarmReview(
  { base, change }: LargeChange,
  setting: { readonly fork?: boolean; readonly private?: boolean } = {},
): Promise<SwarmReview> {
  const jobs = await startSwarmJobs({ base, change, ...setting });
  const { scenario } = jobs;
  let run: ScenarioRun["run"] | null = null;
  const green = (ran: ScenarioRun): void => {
    run = ran.run;
    if (ran.exitCode !== 0) throw new Error(ran.log);
  };
  const reading = { permissions: { contents: "read" } } as const;
  return {
    jobs,
    scenario,
    work: async (workers, { inputs = {}, permissions } = {}) => {
      const asked = { source: "hunks", mode: "static", workers: "3", ...inputs };
      const plan = await jobs.plan(asked, permissions === undefined ? reading : { permissions });
      green(plan);
      for (const worker of workers) green(await jobs.work(worker, {}, reading));
      return plan;
    },
    collect: (inputs = {}) => jobs.collect({ "min-coverage": "0", ...inputs }, reading),
    review: ({ inputs = {}, ...options } = {}) =>
      scenario.run({
        ...options,
        actionDirectory: reviewAction,
        inputs: { "swarm-artifact": "swarm", ...inputs },
        run: { workflow: "swarm", job: "review", ...(run === null ? {} : { of: run }) },
      }),
    push: async (files) => {
      jobs.nextRun();
      await scenario.push(files);
    },
    [Symbol.asyncDispose]: () => jobs[Symbol.asyncDispose](),
  };
}

/** What people see of a review, without what is another in each repository. */
export function shownOf(scenario: ActionScenario): unknown {
  return {
    threads: scenario
      .threads()
      .map(({ path, line, comments }) => [path, line, comments.map(({ body }) => visible(body))]),
    reviews: scenario.reviews().map(({ state }) => state),
    comments: scenario.comments().map(({ body }) => visible(body)),
    checks: scenario.checks().map(({ name, conclusion }) => [name, conclusion]),
  };
}

/** Without runs, commits, times and what nobody sees. */
function visible(body: string): string {
  return body
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\/actions\/runs\/\d+/g, "/actions/runs/<run>")
    .replace(/\b[0-9a-f]{10,40}\b/g, "<sha>")
    .replace(/[\d.]+ m?s\b/g, "<time>");
}

/** The review that one job makes of the same change, and of each push after it. */
export async function reviewedAlone(
  { base, change }: LargeChange,
  pushes: readonly ScenarioFiles[] = [],
): Promise<unknown> {
  await using scenario = await startActionScenario({ base, change });
  const review = async (): Promise<void> => {
    const run = await scenario.run();
    if (run.exitCode !== 0) throw new Error(run.log);
  };
  await review();
  for (const files of pushes) {
    await scenario.push(files);
    await review();
  }
  return shownOf(scenario);
}
