import { type PublishedPlan, pageName } from "@swarm-actions/swarm";
import pLimit from "p-limit";
import { isNotFound } from "./board-error.ts";

/** A list of so many names may be cut: GitHub lists no more artifacts of a run than that. */
const mostListed = 1_000;
/** How many pages are looked for at once. */
const atOnce = 8;
/** Names that were burnt leave gaps: so many in a row that are not there are the end. */
const mostBurnt = 3;

export interface Listed {
  readonly plans: readonly PublishedPlan[];
  /** All that could be seen. */
  readonly names: readonly string[];
  /** The swarm. */
  readonly key: string;
}

/**
 * Takes pages that hang on the board and are not in its list, as there are too many names for one list.
 * What a worker may have written is asked for by name, page after page.
 * @param take throws `board/not-found` where there is no such page
 * @returns the names of those that were taken; none where the list is whole
 */
export async function takeUnlisted(
  { plans, names, key }: Listed,
  take: (name: string) => Promise<void>,
): Promise<readonly string[]> {
  if (names.length < mostListed) return [];
  const seen = new Set(names);
  const writers = plans.flatMap(({ attempt, plan: { lists, epoch } }) =>
    lists.map((_, worker) => (page: number) => pageName({ key, attempt, epoch, worker, page })),
  );
  const taken = await pLimit(atOnce).map(writers, (nameOf) => takeFrom(nameOf, seen, take));
  return taken.flat();
}

async function takeFrom(
  nameOf: (page: number) => string,
  seen: ReadonlySet<string>,
  take: (name: string) => Promise<void>,
): Promise<readonly string[]> {
  const taken: string[] = [];
  for (let page = 0, gap = 0; gap < mostBurnt; page++) {
    const name = nameOf(page);
    const isThere = seen.has(name) || (await takeIfThere(name, take));
    if (isThere && !seen.has(name)) taken.push(name);
    gap = isThere ? 0 : gap + 1;
  }
  return taken;
}

async function takeIfThere(name: string, take: (name: string) => Promise<void>): Promise<boolean> {
  try {
    await take(name);
    return true;
  } catch (cause) {
    if (isNotFound(cause)) return false;
    throw cause;
  }
}
