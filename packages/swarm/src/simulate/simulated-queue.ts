import type { Asker, Cursor, SimulatedBoard } from "./simulated-board.ts";
import type { Timeline } from "./timeline.ts";
import type { SimulatedWorker } from "./world.ts";

interface QueueOptions {
  readonly timeline: Timeline;
  readonly board: SimulatedBoard;
  readonly facts: SimulatedWorker;
  readonly worker: number;
  readonly batches: readonly (readonly number[])[];
  readonly actual: readonly number[];
}

/** A worker of a shared queue, as such queues are commonly built: claim the next batch, do it, repeat. */
export class QueueWorker implements Asker {
  readonly #options: QueueOptions;
  readonly #cursor: Cursor = { claims: 0, pages: 0 };
  readonly #taken = new Set<number>();
  readonly #results: number[] = [];
  #next = 0;
  endedAt = 0;
  leftAt: number;
  claims = 0;
  conflicts = 0;
  readonly steals = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
    this.leftAt = options.facts.ready;
    options.timeline.at(options.facts.ready, () => this.#look());
  }

  isAlive = (): boolean => this.#options.timeline.now < this.#options.facts.dies;

  #look(): void {
    this.#options.board.look(this.#cursor, false, ({ taken }) => {
      for (const { slot } of taken) this.#taken.add(slot);
      this.#claim();
    });
  }

  #claim(): void {
    const { batches } = this.#options;
    while (this.#taken.has(this.#next)) this.#next++;
    if (!this.isAlive()) return;
    if (this.#next >= batches.length) this.#leave();
    else this.#ask(this.#next);
  }

  #ask(slot: number): void {
    this.#taken.add(slot);
    let won = false;
    this.#options.board.claim(
      slot,
      this,
      (answer) => {
        won = answer !== "taken";
        if (won) this.claims += 1;
        else this.conflicts += 1;
      },
      () => (won ? this.#run(slot) : this.#claim()),
    );
  }

  #run(slot: number): void {
    const { timeline, batches, actual, facts } = this.#options;
    const batch = batches[slot] ?? [];
    const seconds = batch.reduce((sum, task) => sum + (actual[task] ?? 0), 0) / facts.speed;
    timeline.after(seconds, () => {
      if (!this.isAlive()) return;
      this.endedAt = timeline.now;
      this.#results.push(...batch);
      this.#look();
    });
  }

  #leave(): void {
    this.leftAt = this.#options.timeline.now;
    const page = { worker: this.#options.worker, tasks: this.#results, offered: null };
    if (this.#results.length > 0) this.#options.board.put(page, this, () => {});
  }
}
