import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  beginJob,
  type JobOptions,
  type RunningJob,
  type Sandbox,
  type SeedInput,
  startSandbox,
} from "@swarm-actions/sandbox";
import type { BoardAnswer, BoardCall } from "./board-program.ts";

const program = fileURLToPath(new URL("board-program.ts", import.meta.url));
const fastTimers = fileURLToPath(new URL("fast-timers.mjs", import.meta.url));

/** Jobs of one run of a workflow on a local GitHub, each a process with GitHub's own client. */
export interface BoardJobs extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Starts a further job. @param attempt of the run; default 1 */
  readonly start: (name: string, attempt?: number) => Promise<BoardJob>;
  /** The variables that a job of the run reaches its services with. */
  readonly variables: (name: string, attempt?: number) => Promise<Readonly<Record<string, string>>>;
}

export interface BoardJob {
  readonly child: ChildProcess;
  /** What a call comes to; its failure as `code: message`. */
  readonly ask: (...call: BoardCall) => Promise<unknown>;
  /** Waits that were cut short, in milliseconds. */
  readonly waits: () => readonly number[];
}

export async function startBoardJobs(more: SeedInput = {}): Promise<BoardJobs> {
  const sandbox = await startSandbox({ seed: { ...seed, ...more } });
  const folder = mkdtempSync(join(tmpdir(), "board-jobs-"));
  const children: ChildProcess[] = [];
  let first: Promise<RunningJob> | null = null;
  const variables: BoardJobs["variables"] = async (name, attempt = 1) => {
    first ??= begin(sandbox, { job: "plan" });
    const { run } = await first;
    return (await begin(sandbox, { job: name, attempt, of: run })).variables;
  };
  return {
    sandbox,
    folder,
    variables,
    start: async (name, attempt) => {
      const waits = join(folder, `waits-${children.length}`);
      const { PATH = "" } = process.env;
      const child = spawn(process.execPath, ["--import", fastTimers, program], {
        env: { PATH, RUNNER_TEMP: folder, FAST_TIMERS: waits, ...(await variables(name, attempt)) },
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      children.push(child);
      return jobOf(child, waits);
    },
    [Symbol.asyncDispose]: async () => {
      for (const child of children) child.kill("SIGKILL");
      await sandbox[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function begin(sandbox: Sandbox, run: NonNullable<JobOptions["run"]>): Promise<RunningJob> {
  const event = { name: "schedule", payload: {} };
  return beginJob({ sandbox, event, repository: "acme/shop", workflow: "swarm", run });
}

const seed = {
  organizations: [{ login: "acme" }],
  repositories: [
    {
      owner: "acme",
      name: "shop",
      branches: [{ name: "main", commits: [{ files: { "README.md": "# Shop" } }] }],
    },
  ],
};

async function jobOf(child: ChildProcess, waits: string): Promise<BoardJob> {
  const asked = new Map<number, (answer: BoardAnswer) => void>();
  let count = 0;
  const ready = new Promise((resolve) => asked.set(0, resolve));
  child.on("message", (answer: BoardAnswer) => asked.get(answer.id)?.(answer));
  const gone = new Promise<never>((_, reject) => {
    child.once("exit", () => reject(new Error("the job is gone")));
  });
  gone.catch(() => {});
  await Promise.race([ready, gone]);
  return {
    child,
    ask: async (...call) => {
      const id = ++count;
      const answered = new Promise<BoardAnswer>((resolve) => asked.set(id, resolve));
      child.send({ id, call });
      const { value, error } = await Promise.race([answered, gone]);
      return error === undefined ? value : `${error.code}: ${error.message}`;
    },
    waits: () => readLines(waits).map(Number),
  };
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean);
  } catch {
    // It never had to wait.
    return [];
  }
}
