/** What a run has done so far; counted where it happens, told by `usage`. */
export interface Tally {
  reads: number;
  writes: number;
  cached: number;
  retries: number;
  waitedMs: number;
}

export function createTally(): Tally {
  return { reads: 0, writes: 0, cached: 0, retries: 0, waitedMs: 0 };
}
