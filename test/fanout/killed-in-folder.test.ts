import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalOutcome, type LocalSwarm, runLocally } from "@swarm-actions/fanout";
import { planRound } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { phases } from "../support/phases.ts";
import { planOf } from "../support/swarm-builders.ts";

const program = fileURLToPath(new URL("../support/worker-program.ts", import.meta.url));
const lists = [
  [["a", "b", "c"], ["d"]],
  [["e", "f", "g"], ["h"]],
  [
    ["i", "j"],
    ["k", "l"],
  ],
];
const keys = lists.flat(2);
const plan = planOf({ lists, payload: 150, seconds: 0.15 });

interface Run extends LocalOutcome {
  /** The keys of the tasks that were done, as often as they were. */
  readonly done: readonly string[];
}

async function run(
  folder: string,
  environment: Readonly<Record<string, string>>,
  overrides: Partial<LocalSwarm> = {},
): Promise<Run> {
  const log = join(folder, "tasks.log");
  const { PATH = "" } = process.env;
  const outcome = await runLocally({
    key: "swarm",
    folder: join(folder, "board"),
    plan,
    program: {
      words: [process.execPath, program],
      cwd: folder,
      environment: { PATH, TASK_LOG: log, ...environment },
    },
    rounds: 2,
    minCoverage: 100,
    planRound: ({ missing, plans }, epoch) => {
      const before = plans.at(-1)?.plan ?? plan;
      const tasks = { ...plan, epoch: epoch - 1, claimSeconds: before.claimSeconds };
      return planRound(
        tasks,
        missing.map(({ key }) => key),
        { history: null },
      );
    },
    onProgress: () => {},
    onLine: () => {},
    signal: new AbortController().signal,
    ...overrides,
  });
  const text = await readFile(log, "utf8").catch(() => "");
  return { ...outcome, done: text.split("\n").filter(Boolean) };
}

const inFolder = () => mkdtempDisposable(join(tmpdir(), "killed-"));

test("nobody dies: every task is done once", async () => {
  await using folder = await inFolder();
  const { collected, rounds, losses, done } = await run(folder.path, {});
  expect(collected).toMatchObject({ outcome: "complete", refused: [], duplicates: [] });
  expect({ rounds, losses }).toEqual({ rounds: 1, losses: [] });
  expect(done.toSorted()).toEqual(keys);
});

test.each(phases)("a worker that is killed %s loses nothing", async (phase) => {
  await using folder = await inFolder();
  const { collected, losses } = await run(folder.path, { DIE: phase, DIE_WORKER: "0" });
  expect(losses).toMatchObject([{ worker: 0, signal: "SIGKILL" }]);
  expect(collected).toMatchObject({ outcome: "complete", missing: [], refused: [] });
  expect(collected.results.map(({ result }) => result.key)).toEqual(keys);
});
