import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { SwarmProgress } from "@swarm-actions/fanout";
import { type Collected, planRound, type SwarmPlan } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import type { Holds } from "../support/holds.ts";
import { localKeys, patientPlan, runLocalSwarm } from "../support/local-swarm.ts";
import { processesOf } from "../support/processes-of.ts";

const inFolder = () => mkdtempDisposable(join(tmpdir(), "resume-"));

test("a swarm that is stopped keeps what it has, and goes on with the rest", async () => {
  await using folder = await inFolder();
  const stop = new AbortController();
  const seen: SwarmProgress[] = [];
  // The last task of each list does not end before the swarm was stopped.
  const go = join(folder.path, "go");
  const held = { HOLDS: JSON.stringify({ d: [go], h: [go], l: [go] } satisfies Holds) };
  const stopped = await runLocalSwarm(folder.path, held, {
    plan: patientPlan,
    signal: stop.signal,
    onProgress: (progress) => {
      seen.push(progress);
      if (progress.done >= 3) stop.abort();
    },
  });
  expect(stopped.wasStopped).toBe(true);
  expect(stopped.collected.outcome).toBe("partial");
  const before = stopped.collected.results.map(({ result }) => result.key);
  expect(before.length).toBeGreaterThanOrEqual(3);
  expect(await processesOf(folder.path)).toEqual([]);
  expect(seen[0]).toMatchObject({ epoch: 0, tasks: 12, done: 0, secondsLeft: 2400 });
  expect(seen.at(-1)?.workers.map(({ state }) => state)).toEqual(["ended", "ended", "ended"]);

  await writeFile(go, "");
  const resumed = await runLocalSwarm(folder.path, held, { plan: null, planRound: restAlone });
  expect(resumed).toMatchObject({ wasStopped: false, losses: [] });
  expect(resumed.collected).toMatchObject({ outcome: "complete", duplicates: [] });
  const again = resumed.done.slice(stopped.done.length);
  expect(again.filter((key) => before.includes(key))).toEqual([]);
  expect([...before, ...again].toSorted()).toEqual(localKeys);
});

/** A round for what is missing in which each worker does its own list. */
function restAlone({ missing }: Collected, epoch: number): SwarmPlan | null {
  const keys = missing.map(({ key }) => key);
  if (keys.length === 0) return null;
  const next = planRound({ ...patientPlan, epoch: epoch - 1 }, keys, { history: null });
  return { ...next, mode: "static" };
}

test("workers do not outlive whoever started them", async () => {
  await using folder = await inFolder();
  const program = fileURLToPath(new URL("../support/local-swarm-program.ts", import.meta.url));
  const { PATH = "" } = process.env;
  const env = { PATH, FOLDER: folder.path };
  const child = spawn(process.execPath, [program], { env, stdio: "ignore" });
  await until(async () => (await processesOf(folder.path)).length === 4);
  child.kill("SIGKILL");
  await once(child, "exit");
  await until(async () => (await processesOf(folder.path)).length === 0);
});

test("a runner that cannot work ends the swarm instead of trying round after round", async () => {
  await using folder = await inFolder();
  const lines: string[] = [];
  const outcome = await runLocalSwarm(
    folder.path,
    { UNFIT: "yes" },
    {
      rounds: 5,
      onLine: (_, line) => lines.push(line),
    },
  );
  expect(outcome.collected.outcome).toBe("failed");
  expect(outcome).toMatchObject({ rounds: 1, done: [] });
  expect(outcome.losses.map(({ code }) => code)).toEqual([1, 1, 1]);
  expect(lines.filter((line) => line.startsWith("test/unfit: "))).toHaveLength(3);
});

test("nothing to go on with is an error", async () => {
  await using folder = await inFolder();
  await expect(runLocalSwarm(folder.path, {}, { plan: null })).rejects.toMatchObject({
    code: "board/no-plan",
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 300_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error("it did not come to that");
    await wait(50);
  }
}
