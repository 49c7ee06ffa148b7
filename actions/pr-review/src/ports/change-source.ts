import type { Change } from "@swarm-actions/review";

/** Where changes are read with git. Everything may throw a CodedError `git/…`. */
export interface ChangeSource {
  /** The change from the job's own checkout, if that holds both commits and what lies between them. */
  readonly readCheckout: (base: string, head: string) => Promise<Change>;
  /** Whether the files in the checkout are those of the head, as far as the change touches them. */
  readonly holdsFiles: (change: Change, head: string) => Promise<boolean>;
  /** The change from the server, given where base and head parted. */
  readonly fetch: (mergeBase: string, head: string) => Promise<Change>;
}
