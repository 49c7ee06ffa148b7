import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const builtCli = fileURLToPath(new URL("../../packages/cli/dist/index.js", import.meta.url));

export interface CliOptions {
  readonly cwd?: string;
  /** Variables besides PATH, LANG and a HOME of its own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What stands on its standard input; nothing by default. */
  readonly input?: string;
  /** The limit after which the process group is killed and the test fails. */
  readonly timeoutMs?: number;
  /** Another program than the built CLI, such as an installed one. */
  readonly program?: string;
}

/** Where the CLI may keep compiled code, as it does for people; it is nothing but faster then. */
const cache = fileURLToPath(new URL("../../.build/cli-cache", import.meta.url));

/** How a run of the CLI ended, and all that it said. */
export interface CliRun {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A CLI at work. */
export interface CliProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<CliRun>;
}

/** Runs the built CLI to its end. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return startCli(args, options).ended;
}

/** Starts the built CLI in a process group of its own, away from the developer's settings. */
export function startCli(args: readonly string[], options: CliOptions = {}): CliProcess {
  const home = mkdtempSync(join(tmpdir(), "swarm-home-"));
  const child = spawn(process.execPath, [options.program ?? builtCli, ...args], {
    cwd: options.cwd ?? home,
    env: {
      PATH: process.env.PATH,
      LANG: "C.UTF-8",
      HOME: home,
      XDG_CACHE_HOME: cache,
      ...options.environment,
    },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  // A command that does not read its input may be gone before it is written.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  const ended = endOf(child, args, options.timeoutMs ?? 240_000);
  return { child, ended: ended.finally(() => rmSync(home, { recursive: true, force: true })) };
}

function endOf(child: ChildProcess, args: readonly string[], timeoutMs: number): Promise<CliRun> {
  const { promise, resolve, reject } = Promise.withResolvers<CliRun>();
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const said = (stream: "stdout" | "stderr"): string => Buffer.concat(chunks[stream]).toString();
  child.stdout?.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  child.on("error", reject);
  child.on("close", (code) => resolve({ code, stdout: said("stdout"), stderr: said("stderr") }));
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    reject(new Error(`no end within ${timeoutMs} ms: ${args.join(" ")}\n${said("stderr")}`));
  }, timeoutMs);
  return promise.finally(() => clearTimeout(timer));
}
