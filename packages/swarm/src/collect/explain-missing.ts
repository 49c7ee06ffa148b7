import { parseName } from "../queue/names.ts";
import type { PublishedPlan } from "./board-findings.ts";
import type { RefusedPage, RefusedResult } from "./read-page.ts";
import type { WorkerReport } from "./result.ts";

/** What can be known of a task that has no result. */
export interface Clues {
  /** The swarm. */
  readonly key: string;
  readonly plans: readonly PublishedPlan[];
  /** All that was seen on the board. */
  readonly names: readonly string[];
  readonly workers: readonly WorkerReport[];
  readonly refusedPages: readonly RefusedPage[];
  /** By the key of the task. */
  readonly refusedResults: ReadonlyMap<string, readonly RefusedResult[]>;
}

/** Tells of a missing task why it is missing: one sentence, for people. */
export function explainMissing(clues: Clues): (task: string) => string {
  const claims = claimsOf(clues);
  const ended = new Set(
    clues.workers.filter(({ isDone }) => isDone).map(({ epoch, worker }) => `${epoch}/${worker}`),
  );
  const lostPages = lostPagesOf(clues);
  // Mostly nothing is missing, and then nobody has to know where a hundred thousand tasks stood.
  let places: ReturnType<typeof placesOf> | undefined;
  return (task) => {
    const refused = clues.refusedResults.get(task)?.map(({ why }) => why);
    if (refused !== undefined) return `its result was refused: ${refused.sort()[0]}`;
    places ??= placesOf(clues.plans);
    const place = places.get(task);
    if (place === undefined) return "no plan hands it out";
    const { epoch, worker, block, isStatic } = place;
    const where = `block ${block} of worker ${worker}`;
    const isClaimed = claims.has(`${epoch}/${worker}/${block}`);
    const claimed = isClaimed ? `${where} was claimed` : isStatic ? `it is in ${where}` : null;
    const lost = lostPages.get(epoch);
    if (lost !== undefined && claimed !== null) return `${claimed}, and ${lost}`;
    if (isClaimed) return `${claimed}, and whoever claimed it gave no result`;
    if (!isStatic) return `nobody came to it: ${where} was not claimed`;
    const end = ended.has(`${epoch}/${worker}`) ? "ended without a result for it" : "did not end";
    return `${claimed}, which ${end}`;
  };
}

interface Place {
  readonly epoch: number;
  readonly worker: number;
  readonly block: number;
  readonly isStatic: boolean;
}

/** Where each task stood last: the plans come by epoch. */
function placesOf(plans: readonly PublishedPlan[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { plan } of plans)
    for (const { worker, block, tasks } of plan.lists.flat())
      for (const index of tasks) {
        const key = plan.tasks[index]?.key;
        const isStatic = plan.mode === "static";
        if (key !== undefined) places.set(key, { epoch: plan.epoch, worker, block, isStatic });
      }
  return places;
}

function claimsOf({ names, key }: Clues): ReadonlySet<string> {
  const claims = names.map((name) => parseName(name, key)).filter((one) => one?.kind === "claim");
  return new Set(claims.map(({ epoch, worker, block }) => `${epoch}/${worker}/${block}`));
}

/** By epoch, what is known of the first page that was refused: the results may have been in it. */
function lostPagesOf({ refusedPages, key }: Clues): ReadonlyMap<number, string> {
  const lost = new Map<number, string>();
  for (const { name, why } of refusedPages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = parseName(name, key);
    if (at?.kind !== "result" || lost.has(at.epoch)) continue;
    lost.set(at.epoch, `page ${at.page} of worker ${at.worker} was refused: ${why}`);
  }
  return lost;
}
