import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LocalOutcome, type LocalSwarm, runLocally } from "@swarm-actions/fanout";
import { claimName, planRound } from "@swarm-actions/swarm";
import { planOf } from "./swarm-builders.ts";

const program = fileURLToPath(new URL("worker-program.ts", import.meta.url));
/** They begin alike, so that each worker begins with its own. */
const lists = [
  [["a", "b", "c"], ["d"]],
  [["e", "f", "g"], ["h"]],
  [["i", "j", "k"], ["l"]],
];
export const localKeys = lists.flat(2);
const plan = planOf({ lists, payload: 150, seconds: 0.15 });
/** The same, with so much time for each task that nobody is ever late, and nothing is taken over. */
export const patientPlan = planOf({ lists, payload: 150, seconds: 600 });

/** Files that say that each block has its worker. */
export function claimsIn(folder: string): readonly string[] {
  const blocks = lists.flatMap((list, worker) => list.map((_, block) => ({ worker, block })));
  return blocks.map((at) =>
    join(folder, "board", claimName({ key: "swarm", attempt: 1, epoch: 0, ...at })),
  );
}

export interface LocalRun extends LocalOutcome {
  /** The keys of the tasks that were done, as often as they were. */
  readonly done: readonly string[];
}

/** Runs a swarm of three workers whose twelve tasks wait. */
export async function runLocalSwarm(
  folder: string,
  environment: Readonly<Record<string, string>>,
  overrides: Partial<LocalSwarm> = {},
): Promise<LocalRun> {
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
      if (missing.length === 0) return null;
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
