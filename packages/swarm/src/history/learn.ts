import type { TaskResult, WorkerReport } from "../collect/result.ts";
import type { Task } from "../task.ts";
import { forget, keepLast } from "./forget.ts";
import type { Duration, History, Reliability } from "./history.ts";
import { observe } from "./observe.ts";

/** How often a voter turned out to be right and wrong since the last run. */
export interface Judged extends Reliability {
  readonly voter: string;
}

/** What one run has to teach. */
export interface Lessons {
  readonly durations: readonly {
    readonly key: string;
    readonly kind: string;
    readonly seconds: number;
  }[];
  readonly readySeconds: readonly number[];
  readonly setupSeconds: readonly number[];
  readonly claimSeconds: readonly number[];
  readonly judged: readonly Judged[];
  /** Digests of the findings that these judgements are about. */
  readonly counted?: readonly string[];
}

/** What is known after one more run. Nothing grows without end: what is long gone is forgotten. */
export function learnFrom(history: History, lessons: Lessons): History {
  const runs = history.runs + 1;
  const durations = new Map(history.durations);
  for (const { key, kind, seconds } of lessons.durations) {
    durations.set(key, observe(durations.get(key), kind, seconds, runs));
  }
  return forget({
    version: 1,
    runs,
    durations,
    readySeconds: keepLast([...history.readySeconds, ...lessons.readySeconds]),
    setupSeconds: keepLast([...history.setupSeconds, ...lessons.setupSeconds]),
    claimSeconds: keepLast([...history.claimSeconds, ...lessons.claimSeconds]),
    reliability: judgedMore(history.reliability, lessons.judged),
    counted: countedMore(history.counted, lessons.counted ?? []),
  });
}

/** What a run's results and workers teach. */
export interface Taught {
  readonly tasks: readonly Task[];
  readonly results: readonly TaskResult[];
  readonly workers: readonly WorkerReport[];
  /** When its matrix was started, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly judged?: readonly Judged[];
  /** What is known already; of a task that failed only the first time is worth keeping. */
  readonly known?: ReadonlyMap<string, Duration>;
}

/**
 * Results into lessons. A task that failed may have failed at once or run into its time limit, so its
 * seconds teach only where nothing else is known.
 */
export function lessonsOf({ tasks, results, workers, startedAt, judged, known }: Taught): Lessons {
  const kinds = new Map(tasks.map(({ key, kind }) => [key, kind]));
  const durations = results.flatMap(({ key, status, seconds }) => {
    const kind = kinds.get(key);
    if (kind === undefined || (status === "failed" && known?.has(key) === true)) return [];
    return [{ key, kind, seconds }];
  });
  const first = workers.filter(({ epoch }) => epoch === 0);
  return {
    durations,
    readySeconds: first.map(({ readyAt }) => secondsBetween(startedAt, readyAt)),
    setupSeconds: first.flatMap(({ startedAt: begun, readyAt }) =>
      begun === undefined ? [] : [secondsBetween(begun, readyAt)],
    ),
    claimSeconds: workers.flatMap(({ claimSeconds }) => claimSeconds),
    judged: judged ?? [],
  };
}

/** Clocks of two machines may disagree by more than lies between. */
function secondsBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / 1000);
}

/** What is told of again moves to the end, so that it is not forgotten while it still may be told of. */
function countedMore(before: readonly string[], now: readonly string[]): readonly string[] {
  const latest = new Set(now);
  return [...before.filter((one) => !latest.has(one)), ...latest];
}

function judgedMore(
  before: ReadonlyMap<string, Reliability>,
  judged: readonly Judged[],
): Map<string, Reliability> {
  const after = new Map(before);
  for (const { voter, right, wrong } of judged) {
    const known = after.get(voter) ?? { right: 0, wrong: 0 };
    after.set(voter, { right: known.right + right, wrong: known.wrong + wrong });
  }
  return after;
}
