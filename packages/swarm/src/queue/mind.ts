import type { How } from "./choose-block.ts";
import { beginBlock } from "./mind/begin-block.ts";
import type { BoardStep } from "./mind/board-step.ts";
import { lateAt, offer } from "./mind/lateness.ts";
import type { MindOptions } from "./mind/mind-options.ts";
import { MindState } from "./mind/mind-state.ts";
import { nextStep } from "./mind/next-step.ts";
import type { Work } from "./mind/stint.ts";

export type { BoardStep } from "./mind/board-step.ts";
export type { MindOptions } from "./mind/mind-options.ts";
export type { Work } from "./mind/stint.ts";

/** What was seen on the board. */
export interface Seen {
  /** Slots that are taken, and since when. */
  readonly taken: Iterable<{ readonly slot: number; readonly at: number }>;
  /** New pages, each worker's in their order: tasks with a result, and the slot whose rest it offers. */
  readonly pages: Iterable<{ readonly done: Iterable<number>; readonly offered: number | null }>;
}

/**
 * What a worker does, decided from what it knows, with no clock and no board: the same for workers on
 * Actions, local processes and simulated ones. A worker begins a block at once and claims it meanwhile; if
 * the claim is lost it lets go. So a claim costs time only where somebody else was faster.
 *
 * Whoever drives it asks `work` when it is free to do a task, and `step` when it is free to use the board,
 * and tells what came of both. All times are seconds of one clock.
 */
export class Mind {
  readonly #state: MindState;

  constructor(options: MindOptions) {
    this.#state = new MindState(options);
  }

  /** The task to do now; null: none before the board has told more. */
  work(now: number): Work | null {
    const stint = this.#state.held.current(now) ?? beginBlock(this.#state, now);
    const task = stint?.tasks[stint.at];
    if (stint === null || task === undefined) return null;
    stint.begunAt = now;
    return { task, stint };
  }

  /** A task has its result. */
  ended(task: number, now: number): void {
    const { sight, news, looks, held } = this.#state;
    if (sight.isDone(task)) return;
    news.addResult();
    sight.finish(task);
    // Who is late may have been relieved of the rest meanwhile.
    if (held.stint !== null && now > lateAt(this.#state, held.stint)) looks.want(now);
  }

  /** A task will have no result here: what comes after it is done all the same. */
  skip({ task, stint }: Work): void {
    if (stint.tasks[stint.at] === task) stint.at++;
  }

  /** Whether the task that is being done is to be stopped: somebody else has its block, or its result. */
  isVain({ task, stint }: Work, now: number): boolean {
    return this.#state.held.current(now) !== stint || this.#state.sight.isDone(task);
  }

  step(now: number): BoardStep {
    return nextStep(this.#state, now);
  }

  looked({ taken, pages }: Seen, now: number, hasRead: boolean): void {
    const { sight, held, looks } = this.#state;
    for (const { slot, at } of taken) {
      sight.take(slot, at);
      held.handOver(slot);
    }
    for (const { done, offered } of pages) {
      for (const task of done) sight.finish(task);
      if (offered !== null) sight.hold(offered);
    }
    looks.looked(now, hasRead);
    if (hasRead) sight.closeDone(now);
  }

  answered(slot: number, answer: "won" | "taken" | "unknown", now: number): void {
    const { sight, next, held, looks, options } = this.#state;
    if (this.#state.unclaimed === slot) this.#state.unclaimed = null;
    sight.take(slot, now);
    if (answer !== "taken") return;
    next.lose(slot);
    held.lose(slot);
    looks.lostRace(() => now + options.random() * options.claimSeconds * 0.25);
  }

  /** Others should know soon what this worker met. */
  urge(): void {
    this.#state.news.urge();
  }

  /** The board cannot be reached: until it can, the worker does its own list, and tells when it can. */
  isCutOff(is: boolean): void {
    this.#state.isCutOff = is;
    if (is) this.#state.unclaimed = null;
  }

  /** The slot of the block at hand; null: none. */
  holds(now: number): number | null {
    return this.#state.held.current(now)?.slot ?? null;
  }

  /**
   * The slot of the block at hand when others are welcome to what comes after the task at hand: it is late,
   * or nothing else is free. Null: none. Ask it of each page that is put up.
   */
  offers(now: number): number | null {
    return offer(this.#state, now);
  }

  /** How the block at hand was come by; null: another one is at hand. */
  howOf(slot: number): How | null {
    const { stint } = this.#state.held;
    return stint?.slot === slot ? stint.how : null;
  }

  /** So many results were put up. */
  put(results: number, now: number): void {
    this.#state.news.told(results, now);
  }
}
