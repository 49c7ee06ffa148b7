/** How text may look; the other formats are the same everywhere. */
export interface Look {
  /** Whether to colour with terminal escapes. */
  readonly color: boolean;
  /** Columns of the terminal; 40 to 120 are used. */
  readonly width: number;
}
