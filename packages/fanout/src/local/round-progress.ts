import type { SwarmPlan } from "@swarm-actions/swarm";
import type { WorkerEvent } from "../workers/worker-event.ts";
import type { SwarmProgress, WorkerProgress } from "./swarm-progress.ts";

interface PlannedTask {
  readonly block: string;
  /** Seconds. */
  readonly predicted: number;
}

/** Follows one round from what its workers tell. */
export class RoundProgress {
  readonly #epoch: number;
  readonly #planned: ReadonlyMap<string, PlannedTask>;
  /** How many tasks of each block have not ended. */
  readonly #open: Map<string, number>;
  readonly #workers: WorkerProgress[];
  /** What each worker has begun and not ended, in order. */
  readonly #begun: Set<string>[];
  readonly #isForeseen: boolean;
  /** Of all tasks, in seconds. */
  readonly #predicted: number;
  readonly #ended = new Set<string>();
  // Asked after each of very many tasks, so all is counted rather than looked through.
  #failed = 0;
  #blocksDone = 0;
  #spent = 0;
  #foretold = 0;

  constructor(plan: SwarmPlan) {
    this.#epoch = plan.epoch;
    this.#planned = new Map(plannedTasks(plan));
    this.#open = new Map(
      plan.lists.flat().map((block) => [nameOf(block), block.tasks.length] as const),
    );
    this.#workers = plan.lists.map((_, worker) => ({
      worker,
      state: "starting",
      ...none,
      done: 0,
    }));
    this.#begun = plan.lists.map(() => new Set());
    this.#predicted = [...this.#planned.values()].reduce((sum, one) => sum + one.predicted, 0);
    this.#isForeseen = plan.predictions.some(({ from }) => from !== "default");
  }

  tell(worker: number, event: WorkerEvent): void {
    const known = this.#workers[worker];
    if (known === undefined) return;
    if (event.kind === "begun") {
      this.#begun[worker] = new Set(event.tasks);
      this.#workers[worker] = { ...known, ...this.#atHand(worker) };
      return;
    }
    this.#begun[worker]?.delete(event.task);
    this.#workers[worker] = { ...known, ...this.#atHand(worker), done: known.done + 1 };
    this.#count(event);
  }

  end(worker: number): void {
    const known = this.#workers[worker];
    if (known !== undefined) this.#workers[worker] = { ...known, ...none, state: "ended" };
  }

  now(): SwarmProgress {
    return {
      epoch: this.#epoch,
      tasks: this.#planned.size,
      done: this.#ended.size,
      failed: this.#failed,
      blocks: this.#open.size,
      blocksDone: this.#blocksDone,
      workers: [...this.#workers],
      secondsLeft: this.#secondsLeft(),
    };
  }

  #atHand(worker: number): Pick<WorkerProgress, "state" | "block" | "task"> {
    const [task] = this.#begun[worker] ?? new Set<string>();
    if (task === undefined) return { state: "idle", ...none };
    return { state: "working", task, block: this.#planned.get(task)?.block ?? null };
  }

  /** A task that was done twice counts once. */
  #count({ task, status, seconds }: Extract<WorkerEvent, { kind: "ended" }>): void {
    const planned = this.#planned.get(task);
    if (planned === undefined || this.#ended.has(task)) return;
    this.#ended.add(task);
    if (status === "failed") this.#failed++;
    const open = (this.#open.get(planned.block) ?? 1) - 1;
    this.#open.set(planned.block, open);
    if (open === 0) this.#blocksDone++;
    this.#spent += seconds;
    this.#foretold += planned.predicted;
  }

  /** What is left, as predicted, at the pace that was seen, spread over whoever is there. */
  #secondsLeft(): number | null {
    const atWork = this.#workers.filter(({ state }) => state !== "ended").length;
    if (atWork === 0 || (this.#foretold === 0 && !this.#isForeseen)) return null;
    const pace = this.#foretold === 0 ? 1 : this.#spent / this.#foretold;
    return (Math.max(0, this.#predicted - this.#foretold) * pace) / atWork;
  }
}

const none = { block: null, task: null } as const;

function plannedTasks(plan: SwarmPlan): readonly (readonly [string, PlannedTask])[] {
  return plan.lists.flat().flatMap((block) =>
    block.tasks.flatMap((index) => {
      const { key } = plan.tasks[index] ?? {};
      const predicted = plan.predictions[index]?.mean ?? 0;
      return key === undefined ? [] : [[key, { block: nameOf(block), predicted }] as const];
    }),
  );
}

function nameOf({ worker, block }: { readonly worker: number; readonly block: number }): string {
  return `w${worker}-b${block}`;
}
