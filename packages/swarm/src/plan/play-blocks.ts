import TinyQueue from "tinyqueue";
import type { Block } from "./plan.ts";

interface PlayedWorker {
  /** When it is ready, in seconds. */
  readonly ready: number;
  readonly speed: number;
}

export interface PlayOptions {
  readonly lists: readonly (readonly Block[])[];
  readonly workers: readonly PlayedWorker[];
  /** By task: seconds at speed 1. */
  readonly actual: readonly number[];
  readonly claimSeconds: number;
}

/**
 * When each worker ends, in seconds, if nothing goes wrong: own blocks in order, then the last free one of
 * the list with most left. A claim is made while its block is begun, so it costs time only where a block
 * lasts no longer than that. It is the coarse picture of what the simulator plays in full, for looking at
 * hundreds of numbers of workers within a second.
 */
export function playBlocks({ lists, workers, actual, claimSeconds }: PlayOptions): number[] {
  const next = giveOut(lists);
  const ends = workers.map(({ ready }) => ready);
  // Whoever is ready first takes the list with the longest head, which is the first one.
  const free = workers.map(({ ready }, worker) => ({ worker, at: ready }));
  const own = new Map(
    free.toSorted((a, b) => a.at - b.at).map(({ worker }, list) => [worker, list]),
  );
  const queue = new TinyQueue(free, (a, b) => a.at - b.at || a.worker - b.worker);
  for (let idle = queue.pop(); idle !== undefined; idle = queue.pop()) {
    const { worker, at } = idle;
    const block = next(own.get(worker) ?? 0);
    if (block === null) continue;
    const work = block.tasks.reduce((sum, task) => sum + (actual[task] ?? 0), 0);
    const end = at + Math.max(work / (workers[worker]?.speed ?? 1), claimSeconds);
    ends[worker] = end;
    queue.push({ worker, at: end });
  }
  return ends;
}

/** What nobody has taken of a list yet. */
interface Rest {
  readonly list: readonly Block[];
  from: number;
  to: number;
  seconds: number;
}

/** Gives out blocks: of the own list in order, else from the far end of the fullest. */
function giveOut(lists: readonly (readonly Block[])[]): (own: number) => Block | null {
  const rests = lists.map((list): Rest => ({ list, from: 0, to: list.length, seconds: sum(list) }));
  const take = (rest: Rest, place: number): Block | null => {
    const block = rest.list[place] ?? null;
    rest.seconds -= block?.seconds ?? 0;
    return block;
  };
  const fullest = createFullest(rests);
  return (own) => {
    const mine = rests[own];
    if (mine !== undefined && mine.from < mine.to) return take(mine, mine.from++);
    const victim = fullest();
    return victim === null ? null : take(victim, --victim.to);
  };
}

/** The list with most left. A list is looked at again only when it comes to the top of the queue. */
function createFullest(rests: readonly Rest[]): () => Rest | null {
  const entries = rests.map((rest, at) => ({ rest, at, seconds: rest.seconds }));
  const queue = new TinyQueue(entries, (a, b) => b.seconds - a.seconds || a.at - b.at);
  return () => {
    for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
      if (top.rest.from >= top.rest.to) continue;
      const isStale = top.rest.seconds < top.seconds;
      queue.push({ ...top, seconds: top.rest.seconds });
      if (!isStale) return top.rest;
    }
    return null;
  };
}

function sum(list: readonly Block[]): number {
  return list.reduce((total, { seconds }) => total + seconds, 0);
}
