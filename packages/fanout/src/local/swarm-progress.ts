import type { SwarmPlan } from "@swarm-actions/swarm";
import type { WorkerEvent } from "../workers/worker-event.ts";

/** What one worker does at the moment. */
export interface WorkerProgress {
  readonly worker: number;
  readonly state: "starting" | "working" | "idle" | "ended";
  /** The task at hand, by its key; null: none. */
  readonly task: string | null;
  /** Tasks it has done in this round. */
  readonly done: number;
}

/** How far a swarm is. */
export interface SwarmProgress {
  readonly epoch: number;
  /** Of this round. */
  readonly tasks: number;
  readonly done: number;
  readonly failed: number;
  readonly workers: readonly WorkerProgress[];
  /** Seconds until this round is expected to end; null: not known. */
  readonly secondsLeft: number | null;
}

/** Follows one round from what its workers tell. */
export class RoundProgress {
  readonly #plan: SwarmPlan;
  readonly #predicted: ReadonlyMap<string, number>;
  readonly #workers: WorkerProgress[];
  readonly #ended = new Map<string, "done" | "failed">();
  #spent = 0;
  #foretold = 0;

  constructor(plan: SwarmPlan) {
    this.#plan = plan;
    this.#predicted = new Map(
      plan.tasks.map(({ key }, index) => [key, plan.predictions[index]?.mean ?? 0]),
    );
    this.#workers = plan.lists.map((_, worker) => ({
      worker,
      state: "starting",
      task: null,
      done: 0,
    }));
  }

  tell(worker: number, event: WorkerEvent): void {
    const known = this.#workers[worker];
    if (known === undefined) return;
    if (event.kind === "begun") {
      this.#workers[worker] = { ...known, state: "working", task: event.tasks[0] ?? null };
      return;
    }
    this.#workers[worker] = { ...known, state: "idle", task: null, done: known.done + 1 };
    const predicted = this.#predicted.get(event.task);
    if (predicted === undefined || this.#ended.has(event.task)) return;
    this.#ended.set(event.task, event.status);
    this.#spent += event.seconds;
    this.#foretold += predicted;
  }

  end(worker: number): void {
    const known = this.#workers[worker];
    if (known !== undefined) this.#workers[worker] = { ...known, state: "ended", task: null };
  }

  now(): SwarmProgress {
    const ends = [...this.#ended.values()];
    return {
      epoch: this.#plan.epoch,
      tasks: this.#plan.tasks.length,
      done: ends.length,
      failed: ends.filter((status) => status === "failed").length,
      workers: [...this.#workers],
      secondsLeft: this.#secondsLeft(),
    };
  }

  /** What is left, as predicted, at the pace that was seen, spread over whoever is there. */
  #secondsLeft(): number | null {
    const atWork = this.#workers.filter(({ state }) => state !== "ended").length;
    if (atWork === 0 || this.#foretold === 0) return null;
    let rest = -this.#foretold;
    for (const seconds of this.#predicted.values()) rest += seconds;
    return (Math.max(0, rest) * (this.#spent / this.#foretold)) / atWork;
  }
}
