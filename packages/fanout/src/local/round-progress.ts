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
  readonly #begun: string[][];
  readonly #isForeseen: boolean;
  readonly #ended = new Map<string, "done" | "failed">();
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
    this.#begun = plan.lists.map(() => []);
    this.#isForeseen = plan.predictions.some(({ from }) => from !== "default");
  }

  tell(worker: number, event: WorkerEvent): void {
    const known = this.#workers[worker];
    if (known === undefined) return;
    if (event.kind === "begun") {
      this.#begun[worker] = [...event.tasks];
      this.#workers[worker] = { ...known, ...this.#atHand(worker) };
      return;
    }
    this.#begun[worker] = (this.#begun[worker] ?? []).filter((key) => key !== event.task);
    this.#workers[worker] = { ...known, ...this.#atHand(worker), done: known.done + 1 };
    this.#count(event);
  }

  end(worker: number): void {
    const known = this.#workers[worker];
    if (known !== undefined) this.#workers[worker] = { ...known, ...none, state: "ended" };
  }

  now(): SwarmProgress {
    const ends = [...this.#ended.values()];
    const open = [...this.#open.values()];
    return {
      epoch: this.#epoch,
      tasks: this.#planned.size,
      done: ends.length,
      failed: ends.filter((status) => status === "failed").length,
      blocks: open.length,
      blocksDone: open.filter((count) => count === 0).length,
      workers: [...this.#workers],
      secondsLeft: this.#secondsLeft(),
    };
  }

  #atHand(worker: number): Pick<WorkerProgress, "state" | "block" | "task"> {
    const [task] = this.#begun[worker] ?? [];
    if (task === undefined) return { state: "idle", ...none };
    return { state: "working", task, block: this.#planned.get(task)?.block ?? null };
  }

  /** A task that was done twice counts once. */
  #count({ task, status, seconds }: Extract<WorkerEvent, { kind: "ended" }>): void {
    const planned = this.#planned.get(task);
    if (planned === undefined || this.#ended.has(task)) return;
    this.#ended.set(task, status);
    this.#open.set(planned.block, (this.#open.get(planned.block) ?? 1) - 1);
    this.#spent += seconds;
    this.#foretold += planned.predicted;
  }

  /** What is left, as predicted, at the pace that was seen, spread over whoever is there. */
  #secondsLeft(): number | null {
    const atWork = this.#workers.filter(({ state }) => state !== "ended").length;
    if (atWork === 0 || (this.#foretold === 0 && !this.#isForeseen)) return null;
    const pace = this.#foretold === 0 ? 1 : this.#spent / this.#foretold;
    let rest = -this.#foretold;
    for (const { predicted } of this.#planned.values()) rest += predicted;
    return (Math.max(0, rest) * pace) / atWork;
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
