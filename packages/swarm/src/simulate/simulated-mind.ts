import { isCopy } from "../queue/block-table.ts";
import { type BoardStep, Mind, type MindOptions, type Work } from "../queue/mind.ts";
import type { Asker, Cursor, SimulatedBoard } from "./simulated-board.ts";
import type { Timeline } from "./timeline.ts";
import type { SimulatedWorker } from "./world.ts";

export interface DrivenOptions {
  readonly timeline: Timeline;
  readonly board: SimulatedBoard;
  readonly facts: SimulatedWorker;
  readonly mind: Omit<MindOptions, "now">;
  /** By task: what it really takes at speed 1. */
  readonly actual: readonly number[];
}

/** One simulated worker with the mind of a real one: does what it says, as long as it takes. */
export class DrivenWorker implements Asker {
  readonly #options: DrivenOptions;
  readonly #mind: Mind;
  readonly #cursor: Cursor = { claims: 0, pages: 0 };
  #work: Work | null = null;
  #isOnBoard = false;
  #wakesAt = Number.POSITIVE_INFINITY;
  #unpublished: number[] = [];
  #hasLeft = false;
  /** When it ended its last task, and when it left. */
  endedAt: number;
  leftAt: number;
  claims = 0;
  conflicts = 0;
  steals = 0;

  constructor(options: DrivenOptions) {
    this.#options = options;
    this.leftAt = options.facts.ready;
    this.endedAt = 0;
    this.#mind = new Mind({ ...options.mind, now: options.facts.ready });
    options.timeline.at(options.facts.ready, () => this.#go());
  }

  isAlive = (): boolean => this.#options.timeline.now < this.#options.facts.dies;

  #go(): void {
    const { now } = this.#options.timeline;
    if (!this.isAlive() || this.#hasLeft) return;
    if (this.#work !== null && this.#mind.isVain(this.#work, now)) {
      this.#work = null;
      this.endedAt = now;
    }
    if (this.#work === null) this.#begin();
    if (!this.#isOnBoard) this.#step();
  }

  #begin(): void {
    const { timeline, actual, facts } = this.#options;
    const work = this.#mind.work(timeline.now);
    this.#work = work;
    if (work === null) return;
    timeline.after((actual[work.task] ?? 0) / facts.speed, () => {
      if (this.#work !== work || !this.isAlive()) return;
      this.#work = null;
      this.endedAt = timeline.now;
      this.#unpublished.push(work.task);
      this.#mind.ended(work.task, timeline.now);
      this.#go();
    });
  }

  #step(): void {
    const { timeline } = this.#options;
    const step = this.#mind.step(timeline.now);
    const end = (): void => {
      this.#isOnBoard = false;
      this.#go();
    };
    if (step.do === "wait") this.#wakeAt(step.until);
    else if (step.do === "leave") this.#leave();
    else this.#ask(step, end);
  }

  #ask(step: Exclude<BoardStep, { do: "wait" | "leave" }>, end: () => void): void {
    const { timeline, board } = this.#options;
    this.#isOnBoard = true;
    if (step.do === "claim") this.#claim(step.slot, end);
    else if (step.do === "put") this.#put(end);
    else {
      board.look(this.#cursor, step.pages, (seen) => {
        this.#mind.looked(seen, timeline.now, step.pages);
        end();
      });
    }
  }

  #claim(slot: number, end: () => void): void {
    const { timeline, board, mind } = this.#options;
    const how = this.#mind.howOf(slot);
    const answered = (answer: "won" | "taken" | "unknown"): void => {
      this.claims += answer === "taken" ? 0 : 1;
      this.conflicts += answer === "taken" ? 1 : 0;
      this.steals += answer !== "taken" && how === "stolen" && !isCopy(mind.table, slot) ? 1 : 0;
      this.#mind.answered(slot, answer, timeline.now);
      this.#go();
    };
    board.claim(slot, this, answered, end);
  }

  #put(end: () => void): void {
    const { timeline, board, mind } = this.#options;
    const tasks = this.#unpublished;
    this.#unpublished = [];
    const offered = this.#mind.offers(timeline.now);
    this.#mind.put(tasks.length, timeline.now);
    board.put({ worker: mind.worker, tasks, offered }, this, end);
  }

  #leave(): void {
    this.#hasLeft = true;
    this.leftAt = this.#options.timeline.now;
    if (this.#unpublished.length > 0) this.#put(() => {});
  }

  #wakeAt(time: number): void {
    const { timeline } = this.#options;
    if (time >= this.#wakesAt && this.#wakesAt > timeline.now) return;
    const at = Math.max(time, timeline.now + 0.05);
    if (!Number.isFinite(at)) return;
    this.#wakesAt = at;
    timeline.at(at, () => {
      if (this.#wakesAt === at) this.#wakesAt = Number.POSITIVE_INFINITY;
      this.#go();
    });
  }
}
