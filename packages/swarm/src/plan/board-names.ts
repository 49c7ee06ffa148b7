/** Names that each worker needs at least: a page while it goes on, and one at the end. */
const least = 2;
/** A page so often at most, in seconds: a worker that dies takes little along. */
export const ordinaryPace = 60;

export interface NamesNeeded {
  /** Blocks of all lists: each may be claimed. */
  readonly blocks: number;
  readonly workers: number;
}

/** Whether claims leave room for pages, where the board lists no more than so many names. */
export function leavesRoom({ blocks, workers }: NamesNeeded, mostNames: number): boolean {
  return blocks + least * workers <= mostNames;
}

/**
 * How often a worker may put up a page so that the pages of all fit on the board beside the claims.
 * @param seconds how long the work is expected to last
 */
export function pagePace(
  { blocks, workers }: NamesNeeded,
  seconds: number,
  mostNames: number,
): number {
  const pages = Math.floor((mostNames - blocks) / Math.max(1, workers)) - least;
  return Math.max(ordinaryPace, Math.ceil(seconds / Math.max(1, pages)));
}
