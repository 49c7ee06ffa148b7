import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SwarmReport } from "@swarm-actions/swarm";
import type { BenchResult } from "../result.ts";

const cli = fileURLToPath(new URL("../../../packages/cli/dist/index.js", import.meta.url));

const workers = 4;
const long = { tasks: 8, seconds: 30 };
const short = { tasks: 24, seconds: 2 };

/** Real processes on this machine, with tasks that wait: what coordinating them costs, and what it brings. */
export async function benchProcesses(): Promise<readonly BenchResult[]> {
  const alone = await runSwarm(short, 1);
  const together = await runSwarm(short, workers);
  const slow = await runSwarm(long, workers);
  const { overhead, makespan } = slow.report.figures;
  return [
    {
      name: `swarm: speed-up of ${workers} processes`,
      ratio: alone.seconds / together.seconds,
      bound: 3,
      better: "higher",
      detail: `${short.tasks} tasks of ${short.seconds} s: ${alone.seconds.toFixed(1)} s with one worker, ${together.seconds.toFixed(1)} s with ${workers}, start and end included`,
    },
    {
      name: "swarm: coordination over all time of workers",
      ratio: overhead ?? Number.NaN,
      bound: 0.05,
      better: "lower",
      detail: `${long.tasks} tasks of ${long.seconds} s on ${workers} processes, ${makespan?.toFixed(1)} s in all`,
    },
  ];
}

interface Measured {
  readonly report: SwarmReport;
  /** From the start of the command to its end. */
  readonly seconds: number;
}

async function runSwarm(load: typeof long, processes: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "bench-swarm-"));
  try {
    const tasks = Array.from({ length: load.tasks }, (_, at) => `"task ${at}"\n`).join("");
    const words = ["sleep", String(load.seconds)];
    const began = performance.now();
    await runCli(["swarm", "run", "--workers", `${processes}`, "--output", "run", "--", ...words], {
      folder,
      tasks,
    });
    const seconds = (performance.now() - began) / 1000;
    const report = JSON.parse(await readFile(join(folder, "run", "report.json"), "utf8"));
    return { report, seconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runCli(
  args: readonly string[],
  { folder, tasks }: { readonly folder: string; readonly tasks: string },
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.end(tasks);
  child.on("error", reject);
  child.on("close", (code) => {
    if (code === 0) resolve();
    else reject(new Error(`swarm-actions ${args.join(" ")} ended with ${code}`));
  });
  return promise;
}
