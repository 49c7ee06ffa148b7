import type { ResultPage, TaskResult, WorkerReport } from "../collect/result.ts";
import type { Board } from "./board.ts";
import { pageName } from "./names.ts";

export interface WriterOptions {
  readonly board: Board;
  readonly key: string;
  /** The digest of the plan. */
  readonly plan: string;
  readonly worker: number;
  readonly attempt: number;
  readonly epoch: number;
}

/** So many names are tried for one page before the board is taken to be unusable. */
const tries = 16;

/** Puts a worker's results up, page by page; what could not be put up stands in the next page. */
export class PageWriter {
  readonly #options: WriterOptions;
  #waiting: TaskResult[] = [];
  #page = 0;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** How many results are not yet on the board. */
  get waiting(): number {
    return this.#waiting.length;
  }

  add(result: TaskResult): void {
    this.#waiting.push(result);
  }

  /** @returns how many results the page holds. @throws CodedError of the board */
  async put(report: WorkerReport, signal: AbortSignal): Promise<number> {
    const { board, plan } = this.#options;
    const results = [...this.#waiting];
    for (let tried = 0; tried < tries; tried++) {
      const page = this.#page++;
      const content: ResultPage = { version: 1, plan, page, results, report };
      const name = pageName({ ...this.#options, page });
      if ((await board.put(name, JSON.stringify(content), signal)) === "taken") continue;
      this.#waiting = this.#waiting.slice(results.length);
      return results.length;
    }
    return 0;
  }
}
