import type { WorkerReport } from "../collect/result.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import { BoardHand } from "./driver/board-hand.ts";
import { ClaimTally } from "./driver/claim-tally.ts";
import { putLastPage } from "./driver/last-page.ts";
import { TaskHand } from "./driver/task-hand.ts";
import { WorkerState } from "./driver/worker-state.ts";
import { BoardReader } from "./read-board.ts";
import type { WorkOptions } from "./work-options.ts";
import { PageWriter } from "./write-pages.ts";

/** Drives a mind on a real board, with a real runner: tasks on one hand, the board on the other. */
export class Worker {
  readonly #state: WorkerState;
  readonly #writer: PageWriter;
  readonly #claims = new ClaimTally();
  readonly #tasks: TaskHand;
  readonly #board: BoardHand;

  constructor(plan: SwarmPlan, options: WorkOptions) {
    const { key, epoch } = plan;
    const { board, worker, attempt, signal } = options;
    this.#state = new WorkerState(plan, options);
    const { table } = this.#state;
    const reader = new BoardReader({ plan, table, board, worker, attempt });
    const page = { board, key, plan: reader.digest, worker, attempt, epoch };
    this.#writer = new PageWriter(page);
    this.#tasks = new TaskHand(this.#state, (result) => this.#writer.add(result));
    this.#board = new BoardHand(this.#state, {
      tasks: this.#tasks,
      reader,
      claims: this.#claims,
      put: () => this.#writer.put(this.#report(false), signal),
    });
  }

  async work(): Promise<WorkerReport> {
    const tasks = this.#tasks.work();
    try {
      await this.#board.work();
    } finally {
      this.#tasks.leave();
    }
    await tasks;
    return this.#finish();
  }

  async #finish(): Promise<WorkerReport> {
    const { log, options } = this.#state;
    log.close(options.clock.now());
    const report = this.#report(!options.signal.aborted && !this.#tasks.isUnfit);
    await putLastPage((signal) => this.#writer.put(report, signal), options);
    return report;
  }

  #report(isDone: boolean): WorkerReport {
    const { plan, options, mind, log, readyAt, now } = this.#state;
    const { worker, attempt, clock, runner, startedAt } = options;
    const offers = !isDone && mind.offers(now()) !== null;
    return {
      worker,
      attempt,
      epoch: plan.epoch,
      ...(startedAt === undefined ? {} : { startedAt }),
      readyAt,
      at: clock.now(),
      isDone,
      ...(offers ? { offers } : {}),
      spans: log.spans,
      ...this.#claims.told,
      providers: runner.health(),
    };
  }
}
