import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanBoard, collectBoard, createArtifactBoard, publishPlan } from "@swarm-actions/fanout";
import { type Collected, planRound, type SwarmPlan } from "@swarm-actions/swarm";
import { afterEach, expect, test, vi } from "vitest";
import { type BoardJobs, startBoardJobs } from "../support/board-jobs.ts";
import type { Holds } from "../support/holds.ts";
import { type Phase, phases } from "../support/phases.ts";
import { planOf } from "../support/swarm-builders.ts";

const program = fileURLToPath(new URL("../support/worker-program.ts", import.meta.url));
const shortWaits = fileURLToPath(new URL("../support/short-waits.mjs", import.meta.url));
const lists = [
  [["a", "b"], ["c"]],
  [["d", "e"], ["f"]],
];
const plan = planOf({ lists, payload: 400, seconds: 0.4 });
const { signal } = new AbortController();

afterEach(() => void vi.unstubAllEnvs());

test.each(phases)("on artifacts, a worker that is killed %s loses nothing", async (phase) => {
  await using jobs = await startBoardJobs();
  const swarm = await beCollector(jobs);
  await publishPlan(swarm, plan, signal);
  const signals = await runRound(jobs, plan, phase);
  expect(signals).toEqual(["SIGKILL", null]);
  const collected = await recover(jobs, swarm);
  expect(collected).toMatchObject({ outcome: "complete", missing: [], refused: [] });
  expect(collected.results.map(({ result }) => result.key)).toEqual(lists.flat(2));
  // Claims and pages go; what was burnt was never to be seen.
  await cleanBoard(swarm, signal);
  expect(await swarm.board.list("zz-", signal)).toEqual([]);
});

/** Rounds for what is missing, until nothing is: two at most. */
async function recover(jobs: BoardJobs, swarm: Swarm): Promise<Collected> {
  for (let epoch = 1; ; epoch++) {
    const collected = await collectBoard(swarm, { minCoverage: 100 }, signal);
    if (collected.missing.length === 0 || epoch > 2) return collected;
    const keys = collected.missing.map(({ key }) => key);
    const next = planRound({ ...plan, epoch: epoch - 1 }, keys, { history: null });
    await publishPlan(swarm, next, signal);
    await runRound(jobs, next, null);
  }
}

type Swarm = Awaited<ReturnType<typeof beCollector>>;

/** Lets this process be the job that plans and collects. */
async function beCollector(jobs: BoardJobs) {
  for (const [name, value] of Object.entries(await jobs.variables("collect")))
    vi.stubEnv(name, value);
  return { board: createArtifactBoard({ temporary: jobs.folder }), key: "swarm", attempt: 1 };
}

/** @returns the signals that ended the workers */
async function runRound(jobs: BoardJobs, { epoch, lists: all }: SwarmPlan, phase: Phase | null) {
  const workers = await Promise.all(
    all.map((_, worker) => startWorker(jobs, { epoch, worker }, phase)),
  );
  const stop = phase === "half-way through a page" ? killAtPage(jobs, workers[0]) : () => {};
  const ends = await Promise.all(workers.map((worker) => once(worker, "exit")));
  stop();
  return ends.map(([, name]) => name);
}

async function startWorker(
  jobs: BoardJobs,
  { epoch, worker }: { epoch: number; worker: number },
  phase: Phase | null,
): Promise<ChildProcess> {
  const { PATH = "" } = process.env;
  const DEATH = deathIn(jobs);
  const call = { folder: "none", key: "swarm", attempt: 1, epoch, worker };
  return spawn(process.execPath, ["--import", shortWaits, program], {
    env: {
      PATH,
      RUNNER_TEMP: jobs.folder,
      WHERE: "artifacts",
      SWARM_WORKER: JSON.stringify(call),
      ...(phase === null ? {} : { DIE: phase, DIE_WORKER: "0", DEATH }),
      // The other one leaves the list of the one who dies to it until then.
      HOLDS: JSON.stringify({ f: [DEATH] } satisfies Holds),
      ...(await jobs.variables(`w${worker}-e${epoch}`)),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The file that says that the worker is dead which is to die. */
function deathIn({ folder }: BoardJobs): string {
  return join(folder, "dead");
}

/** Kills a worker as soon as the name of its page is made, before anything is under it. */
function killAtPage(jobs: BoardJobs, worker: ChildProcess | undefined): () => void {
  const timer = setInterval(() => {
    const isMade = jobs.sandbox.exchanges.some(
      ({ url, requestBody }) =>
        url.endsWith("/CreateArtifact") && JSON.stringify(requestBody).includes("result-a1-w0-"),
    );
    if (!isMade) return;
    worker?.kill("SIGKILL");
    writeFileSync(deathIn(jobs), "");
  }, 1);
  return () => clearInterval(timer);
}
