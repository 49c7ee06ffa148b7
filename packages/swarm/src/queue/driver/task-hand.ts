import type { TaskResult } from "../../collect/result.ts";
import type { Stint, Work } from "../mind/stint.ts";
import type { WorkerState } from "./worker-state.ts";

/** A worker whose runner gave no result for so many blocks in a row claims no more. */
const fruitlessBlocks = 3;
/** Milliseconds between looks for something to do when nobody rings. */
const patience = 60_000;

/** Does the tasks that the mind says, one block after the other. */
export class TaskHand {
  readonly #state: WorkerState;
  readonly #keep: (result: TaskResult) => void;
  readonly #indices: ReadonlyMap<string, number>;
  /** What is run now, and how to stop it. */
  #run: { work: Work; stop: AbortController } | null = null;
  #hasLeft = false;
  #results = 0;
  /** Blocks in a row that brought no result at all. */
  #fruitless = 0;

  /** @param keep puts a result by for the next page */
  constructor(state: WorkerState, keep: (result: TaskResult) => void) {
    this.#state = state;
    this.#keep = keep;
    this.#indices = new Map(state.plan.tasks.map((task, at) => [task.key, at]));
  }

  get isIdle(): boolean {
    return this.#run === null;
  }

  /** A runner that brings nothing must not use up the blocks that others could do. */
  get isUnfit(): boolean {
    return this.#fruitless >= fruitlessBlocks;
  }

  async work(): Promise<void> {
    const { mind, options, now, forBoard, forTasks } = this.#state;
    const { clock, signal } = options;
    while (!this.#hasLeft && !signal.aborted && !this.isUnfit) {
      const work = mind.work(now());
      if (work === null) {
        forBoard.ring();
        await forTasks.wait(patience, clock, signal);
        continue;
      }
      await this.#runFrom(work);
      forBoard.ring();
    }
  }

  leave(): void {
    this.#hasLeft = true;
    this.#state.forTasks.ring();
    this.#run?.stop.abort();
  }

  stopIfVain(): void {
    const { mind, now } = this.#state;
    if (this.#run !== null && mind.isVain(this.#run.work, now())) this.#run.stop.abort();
  }

  /** Does the block at hand from its next task on, until it ends, is lost or is handed over. */
  async #runFrom(work: Work): Promise<void> {
    const { plan, options, mind, log, now, forBoard } = this.#state;
    const { runner, clock, signal } = options;
    const { stint } = work;
    const stop = new AbortController();
    const order = stint.tasks.slice(stint.at, stint.end);
    const tasks = order.flatMap((at) => plan.tasks[at] ?? []);
    log.begin(stint, clock.now());
    this.#run = { work, stop };
    forBoard.ring();
    const before = this.#results;
    const tell = (result: TaskResult): void => this.#told(result, stint, stop);
    const either = AbortSignal.any([stop.signal, signal]);
    await runner.run(tasks, tell, either).catch(() => undefined);
    this.#run = null;
    if (!either.aborted) this.#conclude(stint, this.#results > before);
    if (mind.holds(now()) !== stint.slot) log.close(clock.now());
  }

  #told(result: TaskResult, stint: Stint, stop: AbortController): void {
    const task = this.#indices.get(result.key);
    if (task === undefined) return;
    const { mind, log, options, now, forBoard } = this.#state;
    this.#keep(result);
    this.#results += 1;
    log.count(options.clock.now());
    mind.ended(task, now());
    this.#state.shareHealth();
    const next = mind.work(now());
    if (next?.stint === stint) this.#run = { work: next, stop };
    else stop.abort();
    forBoard.ring();
  }

  /** What the runner gave no result for is left to a later round: trying again here might never end. */
  #conclude(stint: Stint, broughtResults: boolean): void {
    const { mind, now } = this.#state;
    this.#fruitless = broughtResults ? 0 : this.#fruitless + 1;
    for (let work = mind.work(now()); work?.stint === stint; work = mind.work(now()))
      mind.skip(work);
  }
}
