import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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
const shortWaits = fileURLToPath(new URL("short-waits.mjs", import.meta.url));

/** Jobs of one run of a workflow on a local GitHub, each a process with GitHub's own client. */
export interface BoardJobs extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Starts a further job. */
  readonly start: (name: string, options?: BoardJobOptions) => Promise<BoardJob>;
  /** The variables that a job of the run reaches its services with. */
  readonly variables: (name: string, attempt?: number) => Promise<Readonly<Record<string, string>>>;
}

interface BoardJobOptions {
  /** Of the run; default 1. */
  readonly attempt?: number;
  /** Milliseconds that an answer may take; default: as long as it likes. */
  readonly patience?: number;
}

interface BoardJob {
  readonly child: ChildProcess;
  /** What a call comes to; its failure as `code: message`. */
  readonly ask: (...call: BoardCall) => Promise<unknown>;
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
    start: async (name, { attempt, patience } = {}) => {
      const { PATH = "" } = process.env;
      const child = spawn(process.execPath, ["--import", shortWaits, program], {
        env: {
          PATH,
          RUNNER_TEMP: folder,
          ...(patience === undefined ? {} : { PATIENCE: String(patience) }),
          ...(await variables(name, attempt)),
        },
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      children.push(child);
      return jobOf(child);
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

async function jobOf(child: ChildProcess): Promise<BoardJob> {
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
  };
}
