import { type BlockSpan, type WorkerReport, workerName } from "@swarm-actions/swarm";

/** `recovered`: done in a further round, after a worker before had left it missing. */
export type BarKind = BlockSpan["how"] | "recovered";

/** A stretch of a worker's time, in seconds after the first worker was ready. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly kind: BarKind;
  readonly tasks: number;
  /** Names of the blocks in it: the first, and how many. */
  readonly block: string;
  readonly blocks: number;
}

export interface Row {
  readonly name: string;
  readonly ready: number;
  readonly ended: number;
  /** Whether it died, as far as is known. */
  readonly isLost: boolean;
  readonly bars: readonly Bar[];
}

/** Who did what when. */
export interface Timeline {
  readonly end: number;
  /** In the order of the workers. */
  readonly rows: readonly Row[];
  /** Workers that are left out: those that ended first. */
  readonly omitted: number;
  /** Whether neighbouring blocks were put together so that they can be drawn. */
  readonly isMerged: boolean;
}

/** A time further off than a workflow can run came from a broken clock; drawing it would hide all else. */
const longest = 35 * 24 * 3600;

export const barKinds = ["own", "stolen", "speculative", "recovered"] as const satisfies BarKind[];

/**
 * @param mostRows shows at most so many workers, those that ended last
 * @param mostBars shows at most so many stretches a worker
 */
export function timelineOf(
  workers: readonly WorkerReport[],
  { mostRows, mostBars }: { readonly mostRows: number; readonly mostBars: number },
): Timeline {
  const first = firstReady(workers);
  const all = workers.map((worker) => rowOf(worker, first));
  const end = all.reduce((latest, { ended }) => Math.max(latest, ended), 0);
  const rows = lastToEnd(all, mostRows);
  const isMerged = rows.some(({ bars }) => bars.length > mostBars);
  return {
    end,
    rows: rows.map((row) => ({ ...row, bars: mergeBars(row.bars, mostBars) })),
    omitted: all.length - rows.length,
    isMerged,
  };
}

function firstReady(workers: readonly WorkerReport[]): number {
  return workers.reduce(
    (first, { readyAt, spans }) =>
      spans.reduce((least, { startedAt }) => Math.min(least, startedAt), Math.min(first, readyAt)),
    Number.POSITIVE_INFINITY,
  );
}

function rowOf(worker: WorkerReport, first: number): Row {
  const after = (time: number): number => Math.min(longest, Math.max(0, (time - first) / 1000));
  const bars = worker.spans
    .map((span): Bar => {
      const from = after(span.startedAt);
      const kind = worker.epoch > 0 && span.how === "own" ? "recovered" : span.how;
      const to = Math.max(from, after(span.endedAt));
      return { from, to, kind, tasks: span.tasks, block: span.block, blocks: 1 };
    })
    .sort((a, b) => a.from - b.from);
  const ended = bars.reduce((latest, { to }) => Math.max(latest, to), after(worker.at));
  const name = workerName(worker);
  return { name, ready: after(worker.readyAt), ended, isLost: !worker.isDone, bars };
}

function lastToEnd(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const kept = new Set([...rows].sort((a, b) => b.ended - a.ended).slice(0, most));
  return rows.filter((row) => kept.has(row));
}

/** Puts neighbours together; a stretch is of the kind that most of its time was. */
function mergeBars(bars: readonly Bar[], most: number): readonly Bar[] {
  const together = Math.ceil(bars.length / most);
  if (together <= 1) return bars;
  const merged: Bar[] = [];
  for (let at = 0; at < bars.length; at += together) {
    merged.push(mergeRun(bars.slice(at, at + together)));
  }
  return merged;
}

function mergeRun(run: readonly Bar[]): Bar {
  const seconds = new Map<BarKind, number>();
  const sum = { from: Number.POSITIVE_INFINITY, to: 0, tasks: 0, blocks: 0 };
  for (const { from, to, kind, tasks, blocks } of run) {
    seconds.set(kind, (seconds.get(kind) ?? 0) + to - from);
    sum.from = Math.min(sum.from, from);
    sum.to = Math.max(sum.to, to);
    sum.tasks += tasks;
    sum.blocks += blocks;
  }
  const [kind = "own"] = barKinds.toSorted(
    (a, b) => (seconds.get(b) ?? -1) - (seconds.get(a) ?? -1),
  );
  return { ...sum, kind, block: run[0]?.block ?? "" };
}

/** What a stretch is, in words. The name of its block is raw. */
export function barWords({ block, blocks, tasks, kind }: Bar): string {
  const which = blocks === 1 ? `block ${block}` : `${blocks} blocks from ${block}`;
  return `${which}, ${tasks === 1 ? "1 task" : `${tasks} tasks`}, ${kind}`;
}
