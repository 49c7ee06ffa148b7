import { type ReadPage, readPage } from "../collect/read-page.ts";
import { planDigest } from "../plan/encode.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import type { Board } from "./board.ts";

/** A page is not read beyond so many bytes. */
const pageBytes = 64 * 1024 * 1024;

/** Reads pages that were written for one plan, as hostile. */
export class PageReader {
  readonly #plan: SwarmPlan;
  readonly #board: Board;
  readonly #tasks: ReadonlyMap<string, SwarmPlan["tasks"][number]>;
  /** Of the plan. */
  readonly digest: string;

  constructor(plan: SwarmPlan, board: Board) {
    this.#plan = plan;
    this.#board = board;
    this.#tasks = new Map(plan.tasks.map((task) => [task.key, task]));
    this.digest = planDigest(plan);
  }

  /** `absent`: it cannot be had now, but may be later; null: it is no page of this plan. */
  async read(name: string, signal: AbortSignal): Promise<ReadPage | "absent" | null> {
    const content = await this.#board.get(name, pageBytes, signal).catch(() => null);
    if (content === null) return "absent";
    const ofPlan = (digest: string) => (digest === this.digest ? this.#tasks : undefined);
    const page = readPage({ name, content }, this.#plan.key, { ofPlan, current: this.#tasks });
    return "results" in page ? page : null;
  }
}
