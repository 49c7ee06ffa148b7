import type { BlockTable } from "../block-table.ts";

export interface MindOptions {
  readonly worker: number;
  readonly table: BlockTable;
  /** Seconds that one claim is expected to take. */
  readonly claimSeconds: number;
  /** Results wait for so many seconds at most before they are put up; default a minute. */
  readonly pageSeconds?: number;
  /** When this worker was ready. */
  readonly now: number;
  /** Does its own list and claims nothing. */
  readonly isAlone?: boolean;
  /** Even alone it tells others how providers answer, and hears it from them, before it begins anything. */
  readonly listens?: boolean;
  /** Others may have done some of it before: pages are read before anything is begun. */
  readonly readsFirst?: boolean;
  /** 0–1, evenly: keeps workers that lost the same race from meeting again. */
  readonly random: () => number;
}
