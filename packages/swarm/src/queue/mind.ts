import { type BlockTable, blockOf } from "./block-table.ts";
import { type Choice, chooseBlock, type How } from "./choose-block.ts";
import { type CopyView, chooseCopy, endPatience, nextLate, patience } from "./choose-copy.ts";
import { Sight } from "./sight.ts";

export interface MindOptions {
  readonly worker: number;
  readonly table: BlockTable;
  /** Seconds that one claim is expected to take. */
  readonly claimSeconds: number;
  /** Results wait for so many seconds at most before they are put up; default a minute. */
  readonly pageSeconds?: number;
  /** When this worker was ready. */
  readonly now: number;
  /** Does its own list and claims nothing, nor looks. */
  readonly isAlone?: boolean;
  /** Others may have done some of it before: pages are read before anything is begun. */
  readonly readsFirst?: boolean;
  /** 0–1, evenly: keeps workers that lost the same race from meeting again. */
  readonly random: () => number;
}

/** A block that a worker does, and how far it is. */
export interface Stint {
  readonly slot: number;
  readonly how: How;
  readonly tasks: readonly number[];
  readonly since: number;
  /** Index of the task at hand, when it was begun, and the index after the last one to do. */
  at: number;
  begunAt: number;
  end: number;
}

export interface Work {
  /** Index into the plan's tasks. */
  readonly task: number;
  readonly stint: Stint;
}

/** What to do on the board next. One thing at a time; tasks go on meanwhile. */
export type BoardStep =
  | { readonly do: "claim"; readonly slot: number }
  /** `pages`: read what others have done, too. */
  | { readonly do: "look"; readonly pages: boolean }
  /** Put up the results that are new. */
  | { readonly do: "put" }
  /** Nothing before that time, in seconds, unless something happens. */
  | { readonly do: "wait"; readonly until: number }
  | { readonly do: "leave" };

/** What was seen on the board. */
export interface Seen {
  /** Slots that are taken, and since when. */
  readonly taken: Iterable<{ readonly slot: number; readonly at: number }>;
  /** New pages, each worker's in their order: tasks with a result, and the slot whose rest it offers. */
  readonly pages: Iterable<{ readonly done: Iterable<number>; readonly offered: number | null }>;
}

/** Looks so many claims before a block is expected to end, so that it knows what is free when it does. */
const lead = 1;
/** Results wait for so long at most before they are put up, so that a worker that dies takes few along. */
const pageSeconds = 60;
/** Looks again after so many claims at least while it is busy, as a block may end before it is expected to. */
const glance = 2;
/** A worker that is idle looks again after so many claims. */
const pause = 2;

/**
 * What a worker does, decided from what it knows, with no clock and no board: the same for workers on
 * Actions, local processes and simulated ones. A worker begins a block at once and claims it meanwhile; if
 * the claim is lost it lets go. So a claim costs time only where somebody else was faster.
 *
 * Whoever drives it asks `work` when it is free to do a task, and `step` when it is free to use the board,
 * and tells what came of both. All times are seconds of one clock.
 */
export class Mind {
  readonly #options: MindOptions;
  readonly #sight: Sight;
  readonly #mine = new Set<number>();
  readonly #pageSeconds: number;
  #own: number | null = null;
  #stint: Stint | null = null;
  #isAlone: boolean;
  #isUrgent = false;
  /** Begun, and not yet claimed. */
  #unclaimed: number | null = null;
  #lookAt: number;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #readAt = Number.NEGATIVE_INFINITY;
  #unpublished = 0;
  #lostRaces = 0;
  #hasTold = false;
  /** The block that it has told to be stuck in. */
  #toldOf = -1;
  /** The block whose rest it has offered: once that is through, others have to know. */
  #offered: number | null = null;
  #putAt: number;
  #chosen: { own: number | null; claims: number; choice: Choice | null } | null = null;

  constructor(options: MindOptions) {
    this.#options = options;
    this.#sight = new Sight(options.table);
    this.#lookAt = options.now;
    this.#isAlone = options.isAlone ?? false;
    this.#putAt = options.now;
    this.#pageSeconds = options.pageSeconds ?? pageSeconds;
  }

  /** The task to do now; null: none before the board has told more. */
  work(now: number): Work | null {
    const stint = this.#current(now) ?? this.#begin(now);
    if (stint === null) return null;
    const task = stint.tasks[stint.at];
    if (task === undefined) return null;
    stint.begunAt = now;
    return { task, stint };
  }

  /** A task has its result. */
  ended(task: number, now: number): void {
    if (this.#sight.isDone(task)) return;
    this.#unpublished += 1;
    this.#sight.finish(task);
    // Who is late may have been relieved of the rest meanwhile.
    if (this.#stint !== null && now > this.#lateAt(this.#stint)) this.#lookAt = now;
  }

  /** A task will have no result here: what comes after it is done all the same. */
  skip({ task, stint }: Work): void {
    if (stint.tasks[stint.at] === task) stint.at++;
  }

  /** Whether the task that is being done is to be stopped: somebody else has its block, or its result. */
  isVain({ task, stint }: Work, now: number): boolean {
    return this.#current(now) !== stint || this.#sight.isDone(task);
  }

  step(now: number): BoardStep {
    if (this.#isAlone) return this.#alone(now);
    if (this.#unclaimed !== null) return { do: "claim", slot: this.#unclaimed };
    if (this.#isUrgent) return { do: "put" };
    if (this.#unpublished > 0 && (now >= this.#putAt + this.#pageSeconds || this.#isLastBlock()))
      return { do: "put" };
    if (this.#lookedAt < this.#lookAt)
      return this.#at(this.#lookAt, now, { do: "look", pages: this.#options.readsFirst ?? false });
    return this.#current(now) === null ? this.#idle(now) : this.#busy(now);
  }

  looked({ taken, pages }: Seen, now: number, hasRead: boolean): void {
    for (const { slot, at } of taken) {
      this.#sight.take(slot, at);
      this.#handOver(slot);
    }
    for (const { done, offered } of pages) {
      for (const task of done) this.#sight.finish(task);
      if (offered !== null) this.#sight.hold(offered);
    }
    this.#lookedAt = now;
    if (!hasRead) return;
    this.#readAt = now;
    this.#sight.closeDone(now);
  }

  answered(slot: number, answer: "won" | "taken" | "unknown", now: number): void {
    if (this.#unclaimed === slot) this.#unclaimed = null;
    this.#sight.take(slot, now);
    if (answer !== "taken") return;
    this.#mine.delete(slot);
    // Whoever has the head of a list has the list.
    if (this.#own !== null && slot === this.#options.table.starts[this.#own]) this.#own = null;
    if (this.#stint?.slot === slot) this.#stint = null;
    this.#lostRaces += 1;
    if (this.#lostRaces % 2 === 0)
      this.#lookAt = now + this.#options.random() * this.#options.claimSeconds * 0.25;
  }

  /** Others should know soon what this worker met. */
  urge(): void {
    this.#isUrgent = true;
  }

  /** The board cannot be reached: until it can, the worker does its own list, and tells when it can. */
  isCutOff(is: boolean): void {
    this.#isAlone = is || (this.#options.isAlone ?? false);
    if (is) this.#unclaimed = null;
  }

  /** The slot of the block at hand; null: none. */
  holds(now: number): number | null {
    return this.#current(now)?.slot ?? null;
  }

  /**
   * The slot of the block at hand when others are welcome to what comes after the task at hand: it is late,
   * or nothing else is free. Null: none. Ask it of each page that is put up.
   */
  offers(now: number): number | null {
    const stint = this.#current(now);
    if (stint === null) return null;
    if (now < this.#lateAt(stint) && this.#chooseBlock() !== null) return null;
    this.#offered = stint.slot;
    return stint.slot;
  }

  /** How the block at hand was come by; null: another one is at hand. */
  howOf(slot: number): How | null {
    return this.#stint?.slot === slot ? this.#stint.how : null;
  }

  /** So many results were put up. */
  put(results: number, now: number): void {
    this.#unpublished -= results;
    this.#putAt = now;
    this.#isUrgent = false;
  }

  /** The block at hand, unless it is done, handed over or given up. */
  #current(now: number): Stint | null {
    const stint = this.#stint;
    if (stint === null) return null;
    while (stint.at < stint.tasks.length && this.#sight.isDone(stint.tasks[stint.at] ?? -1))
      stint.at++;
    const isOver = stint.at >= stint.end || now > this.#endOfCopy(stint);
    if (isOver) this.#end(stint);
    return isOver ? null : stint;
  }

  #end({ slot }: Stint): void {
    this.#stint = null;
    if (this.#offered !== slot) return;
    this.#offered = null;
    this.#isUrgent = this.#unpublished > 0;
  }

  /** Somebody took over what comes after the task at hand, as this worker was late: the rest is theirs. */
  #handOver(copy: number): void {
    const stint = this.#stint;
    if (stint === null || copy !== stint.slot + this.#options.table.blocks.length) return;
    if (this.#mine.has(copy)) return;
    stint.end = Math.min(stint.end, stint.at + 1);
  }

  /** What nobody says anything of may be one long task: then its copy is given up. */
  #endOfCopy({ slot, at, begunAt, tasks }: Stint): number {
    const { table, claimSeconds } = this.#options;
    const held = slot - table.blocks.length;
    if (held < 0 || at < tasks.length - 1 || this.#sight.atHand(held) !== null)
      return Number.POSITIVE_INFINITY;
    return begunAt + 2 * (table.seconds[tasks[at] ?? -1] ?? 0) + 2 * claimSeconds;
  }

  #begin(now: number): Stint | null {
    if (this.#isAlone) return this.#beginAlone(now);
    if (this.#unclaimed !== null || this.#lookedAt < this.#lookAt) return null;
    const block = this.#chooseBlock();
    if (block === null) return this.#beginCopy(now);
    const { slot, how } = block;
    const { worker, tasks } = blockOf(this.#options.table, slot);
    if (how === "own") this.#own = worker;
    this.#unclaimed = slot;
    return this.#start(slot, how, tasks, now);
  }

  #beginAlone(now: number): Stint | null {
    const own = this.#own ?? this.#options.worker;
    const slot = this.#sight.front(own);
    if (slot === null) return null;
    this.#own = own;
    this.#sight.take(slot, now);
    return this.#start(slot, "own", blockOf(this.#options.table, slot).tasks, now);
  }

  #beginCopy(now: number): Stint | null {
    if (this.#readAt < this.#lookedAt || this.#readAt < this.#putAt) return null;
    const copy = chooseCopy(this.#view(now), this.#options.worker);
    if (copy === null) return null;
    this.#unclaimed = copy.slot;
    return this.#start(copy.slot, "speculative", copy.tasks, now);
  }

  #start(slot: number, how: How, tasks: readonly number[], now: number): Stint | null {
    this.#mine.add(slot);
    this.#stint = { slot, how, tasks, since: now, at: 0, begunAt: now, end: tasks.length };
    return this.#current(now);
  }

  /** Nothing is free any more: what is done is told once, so that nobody takes it to be forsaken. */
  #isLastBlock(): boolean {
    const stint = this.#stint;
    if (this.#hasTold || stint === null || this.#chooseBlock() !== null) return false;
    const { table, claimSeconds } = this.#options;
    if (blockOf(table, stint.slot).seconds < 4 * claimSeconds) return false;
    this.#hasTold = true;
    return true;
  }

  /** Asked many times between two claims, so it is looked for once. */
  #chooseBlock(): Choice | null {
    const { table, worker } = this.#options;
    const [own, claims] = [this.#own, this.#sight.claims];
    if (this.#chosen?.own !== own || this.#chosen.claims !== claims)
      this.#chosen = { own, claims, choice: chooseBlock(table, this.#sight, { worker, own }) };
    return this.#chosen.choice;
  }

  #busy(now: number): BoardStep {
    const stint = this.#stint;
    if (stint === null) return { do: "wait", until: now };
    const { table, claimSeconds } = this.#options;
    const end = stint.since + blockOf(table, stint.slot).seconds;
    const early = end - lead * claimSeconds;
    const free = this.#chooseBlock() !== null;
    if (free && (this.#lookedAt < stint.since || this.#lookedAt < early)) {
      const often = this.#lookedAt + Math.max(glance * claimSeconds, (end - stint.since) / 10);
      return this.#at(Math.min(often, Math.max(early, this.#lookedAt)), now, {
        do: "look",
        pages: false,
      });
    }
    // The one who is in it, or somebody else who took it over, may have done it meanwhile.
    if (stint.how === "speculative")
      return this.#at(this.#readAt + pause * claimSeconds, now, { do: "look", pages: true });
    const late = this.#lateAt(stint);
    const next = Math.min(late, this.#endOfCopy(stint) + 0.001);
    if (now < next) return { do: "wait", until: next };
    if (this.#toldOf !== stint.slot) {
      this.#toldOf = stint.slot;
      return { do: "put" };
    }
    return this.#at(this.#readAt + Math.max(pause * claimSeconds, (now - stint.since) / 4), now, {
      do: "look",
      pages: true,
    });
  }

  /** When a block takes so long that somebody else is welcome to what comes after the task at hand. */
  #lateAt({ slot, since }: Stint): number {
    const { table, claimSeconds } = this.#options;
    const { factor, claims } = this.#chooseBlock() === null ? endPatience : patience;
    return since + factor * blockOf(table, slot).seconds + claims * claimSeconds;
  }

  #idle(now: number): BoardStep {
    if (this.#chooseBlock() !== null)
      return { do: "wait", until: now + this.#options.claimSeconds };
    if (this.#unpublished > 0) return { do: "put" };
    if (this.#readAt < this.#lookedAt || this.#readAt < this.#putAt)
      return { do: "look", pages: true };
    const late = nextLate(this.#view(now));
    if (late === null) return { do: "leave" };
    const until = Math.min(
      late,
      this.#lookedAt + pause * this.#options.claimSeconds * (0.75 + this.#options.random() / 2),
    );
    return this.#at(until, now, { do: "look", pages: true });
  }

  /** Whoever is cut off looks whether the board is back; its driver says how often. */
  #alone(now: number): BoardStep {
    if (!this.#options.isAlone) return { do: "look", pages: false };
    if (this.#current(now) === null && this.#sight.front(this.#options.worker) === null) {
      return { do: "leave" };
    }
    const next = this.#putAt + this.#pageSeconds;
    if (this.#unpublished > 0 && now >= next) return { do: "put" };
    return { do: "wait", until: Math.max(next, now + pageSeconds / 4) };
  }

  #at(time: number, now: number, step: BoardStep): BoardStep {
    return now >= time ? step : { do: "wait", until: time };
  }

  #view(now: number): CopyView {
    const { table, claimSeconds } = this.#options;
    return { table, claimSeconds, now, sight: this.#sight, isMine: (slot) => this.#mine.has(slot) };
  }
}
