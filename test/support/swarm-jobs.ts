import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { auditLines, verifyAudit } from "@swarm-actions/core";
import type { SwarmReport, TaskResult } from "@swarm-actions/swarm";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  type ActionScenario,
  type ScenarioOptions,
  startActionScenario,
} from "./action-scenario.ts";
import type { ScenarioRun, ScenarioRunOptions } from "./action-scenario-run.ts";

type Inputs = Readonly<Record<string, string>>;

/** The built actions of a swarm as jobs of one run, on a local GitHub. */
export interface SwarmJobs extends AsyncDisposable {
  readonly scenario: ActionScenario;
  readonly plan: (inputs: Inputs, options?: ScenarioRunOptions) => Promise<ScenarioRun>;
  readonly work: (
    worker: number,
    inputs: Inputs,
    options?: ScenarioRunOptions,
  ) => Promise<ScenarioRun>;
  readonly collect: (inputs: Inputs, options?: ScenarioRunOptions) => Promise<ScenarioRun>;
  /** All of it in one job. */
  readonly whole: (inputs: Inputs, options?: ScenarioRunOptions) => Promise<ScenarioRun>;
  /** What comes next belongs to another run of the workflow. */
  readonly nextRun: () => void;
  /** What comes next belongs to another attempt of the same run. */
  readonly nextAttempt: () => void;
  /** Names of the artifacts of the run that people see. */
  readonly artifacts: () => readonly string[];
  /** Puts another content, made from that of one artifact, under its own or another name. */
  readonly forge: (from: string, name: string, change: (text: string) => string) => void;
}

const actions = fileURLToPath(new URL("../../actions", import.meta.url));
const home = `${process.env.BUILT_ACTIONS ?? actions}/swarm-fanout`;

/** Starts a judged sandbox with a pull request, and no job yet. All of it ends with its scope. */
export async function startSwarmJobs(options: ScenarioOptions = {}): Promise<SwarmJobs> {
  const scenario = await startActionScenario({ ...options, action: "swarm-fanout" });
  let run: ScenarioRun["run"] | null = null;
  let attempt = 1;
  const job = async (
    name: string,
    action: string,
    inputs: Inputs,
    more: ScenarioRunOptions = {},
  ) => {
    const ran = await scenario.run({
      permissions: { contents: "read", actions: "write" },
      ...more,
      actionDirectory: `${home}/${action}`,
      inputs,
      run: { workflow: "swarm", job: name, attempt, ...(run === null ? {} : { of: run }) },
    });
    run ??= ran.run;
    return ran;
  };
  return {
    scenario,
    plan: (inputs, more) => job("plan", "plan", inputs, more),
    work: (worker, inputs, more) =>
      job(`work-${worker}`, "work", { worker: `${worker}`, ...inputs }, more),
    collect: (inputs, more) => job(`collect-${inputs.epoch ?? 0}`, "collect", inputs, more),
    whole: (inputs, more) => job("swarm", "", inputs, more),
    nextRun: () => {
      run = null;
      attempt = 1;
    },
    nextAttempt: () => {
      attempt++;
    },
    artifacts: () => (run === null ? [] : namesOf(scenario, run)),
    forge: (from, name, change) => forge(scenario, from, name, change),
    [Symbol.asyncDispose]: () => scenario[Symbol.asyncDispose](),
  };
}

function namesOf({ sandbox }: ActionScenario, run: ScenarioRun["run"]): readonly string[] {
  const [repository] = [...sandbox.world.repositories.values()];
  const all = repository?.artifacts.filter((one) => one.run === run && one.content !== null) ?? [];
  return all.map(({ name }) => name).sort();
}

function forge(
  { sandbox }: ActionScenario,
  from: string,
  name: string,
  change: (text: string) => string,
): void {
  const [repository] = [...sandbox.world.repositories.values()];
  const artifact = repository?.artifacts.find((one) => one.name === from);
  if (artifact?.content == null) throw new Error(`there is no artifact ${from}`);
  const files = Object.entries(unzipSync(artifact.content)).map(([path, bytes]) => {
    return [path, strToU8(change(strFromU8(bytes)))] as const;
  });
  const content = Buffer.from(zipSync(Object.fromEntries(files)));
  const digest = createHash("sha256").update(content).digest("hex");
  if (name === from) Object.assign(artifact, { content, digest: `sha256:${digest}` });
  else {
    const id = sandbox.world.nextId();
    repository?.artifacts.push({ ...artifact, id, name, content, digest: `sha256:${digest}` });
  }
}

/** What a job left of the result. */
export interface LeftResult {
  readonly report: SwarmReport;
  readonly results: readonly (TaskResult & { readonly worker: number; readonly attempt: number })[];
  readonly audit: ReturnType<typeof verifyAudit>;
  readonly auditText: string;
  readonly page: string;
}

/** Reads the files of the result by what the outputs of the job say. */
export function resultOf(run: ScenarioRun): LeftResult {
  const read = (output: string): string =>
    run.readFile(run.outputs.get(output) ?? `none of ${output}`).toString("utf8");
  const auditText = read("audit-log");
  return {
    report: JSON.parse(read("result")),
    results: read("results")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    audit: verifyAudit(auditLines(auditText)),
    auditText,
    page: read("report"),
  };
}
