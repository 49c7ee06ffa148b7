import type { SwarmPlan } from "../../plan/plan.ts";
import { Bell } from "../bell.ts";
import { type BlockTable, createBlockTable } from "../block-table.ts";
import { Mind } from "../mind.ts";
import { ProviderWatch } from "../provider-watch.ts";
import { StintLog } from "../stint-log.ts";
import type { WorkOptions } from "../work-options.ts";

/** What both hands of a worker go by: one does tasks, the other uses the board. */
export class WorkerState {
  readonly plan: SwarmPlan;
  readonly options: WorkOptions;
  readonly table: BlockTable;
  readonly mind: Mind;
  readonly log: StintLog;
  readonly providers: ProviderWatch;
  /** Milliseconds since 1970. */
  readonly readyAt: number;
  /** Rings for whoever waits for a task, and for whoever waits to use the board. */
  readonly forTasks = new Bell();
  readonly forBoard = new Bell();

  constructor(plan: SwarmPlan, options: WorkOptions) {
    this.plan = plan;
    this.options = options;
    this.table = createBlockTable(
      plan.lists,
      plan.predictions.map(({ mean }) => mean),
    );
    this.log = new StintLog(this.table);
    this.providers = new ProviderWatch(options.worker);
    this.readyAt = options.clock.now();
    this.mind = this.#createMind();
  }

  /** Seconds of the mind's clock. */
  now = (): number => this.options.clock.now() / 1000;

  /** Lets the runner and, where there is news, the others know how providers answer. */
  shareHealth(): void {
    if (this.providers.share(this.options.runner)) this.mind.urge();
  }

  #createMind(): Mind {
    const { plan, table } = this;
    const { worker, attempt, random, runner } = this.options;
    return new Mind({
      worker,
      table,
      claimSeconds: plan.claimSeconds,
      ...(plan.pageSeconds === undefined ? {} : { pageSeconds: plan.pageSeconds }),
      now: this.now(),
      isAlone: plan.mode === "static",
      listens: runner.health().length > 0,
      readsFirst: attempt > 1,
      random,
    });
  }
}
