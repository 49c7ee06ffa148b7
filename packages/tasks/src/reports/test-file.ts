/** What a report says of one test file: its cases added up. */
export interface TestFileReport {
  /** As the report writes it: often absolute. */
  readonly file: string;
  readonly seconds: number;
  readonly cases: number;
  readonly failed: number;
  /** What the first case that failed says; null: none failed, or nothing is said. */
  readonly message: string | null;
}

/** Files in one report; what lies beyond is left out. */
const mostFiles = 100_000;
const longestName = 4096;
const longestMessage = 1000;

/** Adds cases up, a sum a file. */
export class FileTally {
  readonly #files = new Map<string, TestFileReport>();

  /** @param seconds what is no duration counts as none */
  add(file: string, seconds: number, failure: string | null, cases = 1): void {
    if (file === "" || file.length > longestName || file.includes("\n")) return;
    const known = this.#files.get(file) ?? { ...nothing, file };
    if (known.cases === 0 && this.#files.size >= mostFiles) return;
    const isDuration = Number.isFinite(seconds) && seconds > 0 && seconds < 1e7;
    this.#files.set(file, {
      file,
      seconds: known.seconds + (isDuration ? seconds : 0),
      cases: known.cases + cases,
      failed: known.failed + (failure === null ? 0 : 1),
      message: known.message ?? (failure?.slice(0, longestMessage).toWellFormed() || null),
    });
  }

  list(): readonly TestFileReport[] {
    return [...this.#files.values()];
  }
}

const nothing = { seconds: 0, cases: 0, failed: 0, message: null };
