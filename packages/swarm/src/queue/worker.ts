import type { TaskResult, WorkerReport } from "../collect/result.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import { Bell } from "./bell.ts";
import { type BlockTable, createBlockTable, placeOf } from "./block-table.ts";
import { type BoardStep, Mind, type Stint, type Work } from "./mind.ts";
import { claimName } from "./names.ts";
import { ProviderWatch } from "./provider-watch.ts";
import { BoardReader } from "./read-board.ts";
import { StintLog } from "./stint-log.ts";
import type { WorkOptions } from "./work-options.ts";
import { PageWriter } from "./write-pages.ts";

/** Milliseconds: how long a worker that is stopped may take to put its results up. */
const lastWords = 30_000;
/** Milliseconds between tries to reach a board that did not answer: the first, and at most. */
const backoff = { first: 1_000, most: 60_000 };
/** A worker with nothing to do leaves after a board did not answer so often in a row. */
const mostFailures = 6;
/** How often the last page is tried. */
const lastTries = 8;

/** A worker whose runner gave no result for so many blocks in a row claims no more. */
const fruitlessBlocks = 3;

/** Drives a mind on a real board, with a real runner: tasks on one hand, the board on the other. */
export class Worker {
  readonly #plan: SwarmPlan;
  readonly #options: WorkOptions;
  readonly #table: BlockTable;
  readonly #mind: Mind;
  readonly #reader: BoardReader;
  readonly #writer: PageWriter;
  readonly #log: StintLog;
  readonly #providers: ProviderWatch;
  readonly #indices: ReadonlyMap<string, number>;
  readonly #readyAt: number;
  /** Rings for whoever waits for a task, and for whoever waits to use the board. */
  readonly #forTasks = new Bell();
  readonly #forBoard = new Bell();
  readonly #counts = { claims: 0, conflicts: 0, steals: 0 };
  readonly #claimSeconds: number[] = [];
  /** What is run now, and how to stop it. */
  #run: { work: Work; stop: AbortController } | null = null;
  #hasLeft = false;
  #failures = 0;
  #results = 0;
  /** Blocks in a row that brought no result at all. */
  #fruitless = 0;

  constructor(plan: SwarmPlan, options: WorkOptions) {
    const { board, worker, attempt } = options;
    const seconds = plan.predictions.map(({ mean }) => mean);
    this.#plan = plan;
    this.#options = options;
    this.#table = createBlockTable(plan.lists, seconds);
    this.#readyAt = options.clock.now();
    this.#mind = new Mind({
      worker,
      table: this.#table,
      claimSeconds: plan.claimSeconds,
      ...(plan.pageSeconds === undefined ? {} : { pageSeconds: plan.pageSeconds }),
      now: this.#now(),
      isAlone: plan.mode === "static",
      readsFirst: attempt > 1,
      random: options.random,
    });
    this.#reader = new BoardReader({ plan, table: this.#table, board, worker, attempt });
    const { key, epoch } = plan;
    this.#writer = new PageWriter({
      board,
      key,
      plan: this.#reader.digest,
      worker,
      attempt,
      epoch,
    });
    this.#log = new StintLog(this.#table);
    this.#providers = new ProviderWatch(worker);
    this.#indices = new Map(plan.tasks.map((task, at) => [task.key, at]));
  }

  async work(): Promise<WorkerReport> {
    const tasks = this.#doTasks();
    try {
      await this.#useBoard();
    } finally {
      this.#hasLeft = true;
      this.#forTasks.ring();
      this.#run?.stop.abort();
    }
    await tasks;
    return this.#finish();
  }

  /** A runner that brings nothing must not use up the blocks that others could do. */
  #isUnfit(): boolean {
    return this.#fruitless >= fruitlessBlocks;
  }

  /** Nothing is left to do without the board, and it has not answered for long. */
  #isForsaken(): boolean {
    return this.#failures >= mostFailures && this.#run === null;
  }

  /** Seconds of the mind's clock. */
  #now(): number {
    return this.#options.clock.now() / 1000;
  }

  async #doTasks(): Promise<void> {
    const { clock, signal } = this.#options;
    while (!this.#hasLeft && !signal.aborted && !this.#isUnfit()) {
      const work = this.#mind.work(this.#now());
      if (work === null) {
        this.#forBoard.ring();
        await this.#forTasks.wait(backoff.most, clock, signal);
        continue;
      }
      await this.#runFrom(work);
      this.#forBoard.ring();
    }
  }

  /** Does the block at hand from its next task on, until it ends, is lost or is handed over. */
  async #runFrom(work: Work): Promise<void> {
    const { signal, runner, clock } = this.#options;
    const stop = new AbortController();
    const { stint } = work;
    const order = stint.tasks.slice(stint.at, stint.end);
    const tasks = order.flatMap((at) => this.#plan.tasks[at] ?? []);
    this.#log.begin(stint, clock.now());
    this.#run = { work, stop };
    this.#forBoard.ring();
    const tell = (result: TaskResult): void => this.#told(result, stint, stop);
    const before = this.#results;
    await runner.run(tasks, tell, AbortSignal.any([stop.signal, signal])).catch(() => undefined);
    this.#run = null;
    const wasStopped = stop.signal.aborted || signal.aborted;
    if (!wasStopped) this.#fruitless = this.#results === before ? this.#fruitless + 1 : 0;
    if (!wasStopped) this.#leaveUndone(stint);
    if (this.#mind.holds(this.#now()) !== stint.slot) this.#log.close(clock.now());
  }

  #told(result: TaskResult, stint: Stint, stop: AbortController): void {
    const task = this.#indices.get(result.key);
    if (task === undefined) return;
    this.#writer.add(result);
    this.#results += 1;
    this.#log.count(this.#options.clock.now());
    this.#mind.ended(task, this.#now());
    this.#watchProviders();
    const next = this.#mind.work(this.#now());
    if (next?.stint === stint) this.#run = { work: next, stop };
    else stop.abort();
    this.#forBoard.ring();
  }

  /** What the runner gave no result for is left to a later round: trying again here might never end. */
  #leaveUndone(stint: Stint): void {
    for (let work = this.#mind.work(this.#now()); work?.stint === stint; ) {
      this.#mind.skip(work);
      work = this.#mind.work(this.#now());
    }
  }

  #watchProviders(): void {
    const { runner } = this.#options;
    const health = runner.health();
    if (health.length === 0) return;
    const down = this.#providers.down(health);
    if (this.#providers.isNews(health, down)) this.#mind.urge();
    runner.learn(down);
  }

  async #useBoard(): Promise<void> {
    const { clock, signal } = this.#options;
    while (!signal.aborted && !this.#isUnfit() && !this.#isForsaken()) {
      const step = this.#mind.step(this.#now());
      if (step.do === "leave") return;
      if (step.do === "wait") await this.#forBoard.wait(this.#untilMs(step.until), clock, signal);
      else {
        await this.#attempt(step);
        this.#forTasks.ring();
      }
      this.#stopIfVain();
    }
  }

  #untilMs(until: number): number {
    const milliseconds = (until - this.#now()) * 1000;
    return Math.min(backoff.most, Math.max(20, milliseconds));
  }

  #stopIfVain(): void {
    if (this.#run !== null && this.#mind.isVain(this.#run.work, this.#now()))
      this.#run.stop.abort();
  }

  /** A board that does not answer is tried again later and later; meanwhile the worker goes on alone. */
  async #attempt(step: Exclude<BoardStep, { do: "wait" | "leave" }>): Promise<void> {
    try {
      await this.#do(step);
      this.#failures = 0;
      this.#mind.isCutOff(false);
    } catch {
      this.#failures += 1;
      this.#mind.isCutOff(true);
      this.#forTasks.ring();
      await this.#pause();
    }
  }

  /** Before the board is tried again. */
  async #pause(): Promise<void> {
    const { clock, signal, random } = this.#options;
    const pause = Math.min(backoff.most, backoff.first * 2 ** this.#failures);
    const until = clock.now() + pause * (0.5 + random());
    while (clock.now() < until && !signal.aborted) {
      await this.#forBoard.wait(until - clock.now(), clock, signal);
    }
  }

  async #do(step: Exclude<BoardStep, { do: "wait" | "leave" }>): Promise<void> {
    if (step.do === "claim") await this.#claim(step.slot);
    else if (step.do === "look") await this.#look(step.pages);
    else await this.#put();
  }

  async #claim(slot: number): Promise<void> {
    const { board, clock, attempt, signal } = this.#options;
    const { key, epoch } = this.#plan;
    const how = this.#mind.howOf(slot);
    const begun = clock.now();
    const name = claimName({ key, attempt, epoch, ...placeOf(this.#table, slot) });
    const answer = await board.claim(name, signal);
    if (answer === "taken") this.#counts.conflicts += 1;
    else {
      this.#counts.claims += 1;
      this.#counts.steals += how === "stolen" ? 1 : 0;
      this.#claimSeconds.push((clock.now() - begun) / 1000);
    }
    this.#mind.answered(slot, answer, this.#now());
  }

  async #look(pages: boolean): Promise<void> {
    const { runner, signal } = this.#options;
    // Whoever asks providers reads how others fared with them, whatever else there is to read.
    const reads = pages || runner.health().length > 0;
    const look = await this.#reader.look(reads, () => this.#now(), signal);
    this.#mind.looked(look, this.#now(), reads);
    for (const { worker, providers } of look.health) this.#providers.hear(worker, providers);
    this.#watchProviders();
  }

  async #put(): Promise<void> {
    const results = await this.#writer.put(this.#report(false), this.#options.signal);
    this.#mind.put(results, this.#now());
  }

  /** The last page: tried for long, as what is not put up is lost. */
  async #finish(): Promise<WorkerReport> {
    const { clock, random, signal } = this.#options;
    this.#log.close(clock.now());
    const stop = new AbortController();
    const limit = new AbortController();
    if (signal.aborted)
      void clock.sleep(lastWords, limit.signal).then(
        () => stop.abort(),
        () => {},
      );
    const report = this.#report(!signal.aborted && !this.#isUnfit());
    for (let tried = 1; ; tried++) {
      try {
        await this.#writer.put(report, stop.signal);
        limit.abort();
        return report;
      } catch (thrown) {
        if (tried >= lastTries || stop.signal.aborted) throw thrown;
        const pause = Math.min(backoff.most, backoff.first * 2 ** tried);
        await clock.sleep(pause * (0.5 + random()), stop.signal).catch(() => undefined);
      }
    }
  }

  #report(isDone: boolean): WorkerReport {
    const { worker, attempt, clock, runner, startedAt } = this.#options;
    return {
      worker,
      attempt,
      epoch: this.#plan.epoch,
      ...(startedAt === undefined ? {} : { startedAt }),
      readyAt: this.#readyAt,
      at: clock.now(),
      isDone,
      ...(!isDone && this.#mind.offers(this.#now()) !== null ? { offers: true } : {}),
      spans: this.#log.spans,
      ...this.#counts,
      claimSeconds: this.#claimSeconds,
      providers: runner.health(),
    };
  }
}
