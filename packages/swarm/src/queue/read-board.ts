import pLimit from "p-limit";
import type { ReadPage } from "../collect/read-page.ts";
import type { ProviderHealth } from "../collect/result.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import { type BlockTable, blockOf, slotAt } from "./block-table.ts";
import type { Board } from "./board.ts";
import { newestPages, pagesOfOthers } from "./choose-pages.ts";
import type { Seen } from "./mind.ts";
import { namePrefix, parseName } from "./names.ts";
import { PageReader } from "./page-reader.ts";

/** Pages are read so many at a time, and each so often where it cannot be read. */
const [abreast, tries] = [8, 3];
/** Where nobody steals, a worker listens to so many others at each look: it need not hear all at once. */
const mostWords = 64;

export interface ReaderOptions {
  readonly plan: SwarmPlan;
  readonly table: BlockTable;
  readonly board: Board;
  readonly worker: number;
  readonly attempt: number;
}

/** What a worker of this attempt said of its providers. */
interface HeardHealth {
  readonly worker: number;
  readonly providers: readonly ProviderHealth[];
}

/** What was seen, and how the providers of others answer. */
export interface Look extends Seen {
  readonly health: readonly HeardHealth[];
}

/** Looks at a board for one worker: claims of this attempt, and pages of any, each page once. */
export class BoardReader {
  readonly #options: ReaderOptions;
  readonly #pages: PageReader;
  readonly #indices: ReadonlyMap<string, number>;
  /** How often each page was tried; those that are read, or never will be, are at `tries`. */
  readonly #tried = new Map<string, number>();

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#pages = new PageReader(options.plan, options.board);
    this.#indices = new Map(options.plan.tasks.map(({ key }, at) => [key, at]));
  }

  get digest(): string {
    return this.#pages.digest;
  }

  /** @throws CodedError when the board cannot be listed; a page that cannot be read is left for later */
  async look(pages: boolean, now: () => number, signal: AbortSignal): Promise<Look> {
    const { board, plan } = this.#options;
    const entries = await board.list(namePrefix(plan.key), signal);
    const names = entries.map(({ name }) => name);
    const taken = names.flatMap((name) => this.#slotOf(name));
    const read = pages ? await this.#readAll(names, signal) : [];
    const at = now();
    return {
      taken: taken.map((slot) => ({ slot, at })),
      pages: read.map((page) => ({ done: this.#doneIn(page), offered: this.#offeredIn(page) })),
      health: read
        .filter((page) => page.at.attempt === this.#options.attempt)
        .map(({ report: { worker, providers } }) => ({ worker, providers })),
    };
  }

  #slotOf(name: string): number[] {
    const { plan, table, attempt } = this.#options;
    const at = parseName(name, plan.key);
    if (at?.kind !== "claim" || at.attempt !== attempt || at.epoch !== plan.epoch) return [];
    const slot = slotAt(table, at.worker, at.block);
    return slot === null ? [] : [slot];
  }

  async #readAll(names: readonly string[], signal: AbortSignal): Promise<ReadPage[]> {
    const read = await pLimit(abreast).map(this.#freshIn(names), (name) =>
      this.#read(name, signal),
    );
    return read.filter((page) => page !== null);
  }

  /** Where nobody steals, what others have done does not matter: only where they stand. */
  #freshIn(names: readonly string[]): readonly string[] {
    const { plan, worker, attempt } = this.#options;
    const { key, epoch, mode } = plan;
    const all = pagesOfOthers(names, { key, epoch, worker, attempt });
    const fresh = (mode === "static" ? newestPages(all) : all)
      .map(({ name }) => name)
      .filter((name) => (this.#tried.get(name) ?? 0) < tries);
    return mode === "static" ? fresh.slice(0, mostWords) : fresh;
  }

  async #read(name: string, signal: AbortSignal): Promise<ReadPage | null> {
    this.#tried.set(name, (this.#tried.get(name) ?? 0) + 1);
    const page = await this.#pages.read(name, signal);
    if (page === "absent") return null;
    this.#tried.set(name, tries);
    return page;
  }

  #doneIn({ results }: ReadPage): number[] {
    return results.flatMap(({ key }) => this.#indices.get(key) ?? []);
  }

  /** The block that its worker was in when it wrote the page, if others may take over the rest. */
  #offeredIn({ at, report }: ReadPage): number | null {
    const { table, attempt } = this.#options;
    const isOffered = report.offers === true && at.attempt === attempt;
    const span = isOffered ? report.spans.at(-1) : undefined;
    const [worker = -1, block = -1] = span?.block.match(/\d+/g)?.map(Number) ?? [];
    const slot = slotAt(table, worker, block);
    if (slot === null || span === undefined) return null;
    return span.tasks < blockOf(table, slot).tasks.length ? slot : null;
  }
}
