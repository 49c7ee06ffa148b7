import { parseName } from "../queue/names.ts";
import type { CollectedFacts, WorkerResult } from "../report/report-facts.ts";
import type { Task } from "../task.ts";
import type { PublishedPage, PublishedPlan } from "./board-findings.ts";
import { currentPlans, tasksOf } from "./current-plans.ts";
import { explainMissing } from "./explain-missing.ts";
import { compareGiven, type GivenResult } from "./given-result.ts";
import { judgeCoverage } from "./judge-coverage.ts";
import { lastReports, type PageReport } from "./last-reports.ts";
import { type ReadPage, type RefusedPage, type RefusedResult, readPage } from "./read-page.ts";

/** What was found on the board, checked and accounted for. */
export interface Collected extends CollectedFacts {
  /** Whether it is complete, or as complete as was asked for. */
  readonly isEnough: boolean;
  /** The plans that hold, by epoch. */
  readonly plans: readonly PublishedPlan[];
  /** Every task that was to be done, in the order of the plans. */
  readonly tasks: readonly Task[];
  /** Those without a result: what a further round has to do. */
  readonly missing: readonly Task[];
  /** Pages that do not count at all. */
  readonly refused: readonly RefusedPage[];
}

export interface CollectOptions {
  /** The swarm. */
  readonly key: string;
  /** Per cent of the tasks that make it enough; 100: all. */
  readonly minCoverage: number;
}

/**
 * Puts the pages of a swarm together, one after the other, so that their texts need not be kept. Each task
 * counts once, by the lowest epoch; the same pages give the same result, in whatever order they come. Where
 * the first plan was made again, all of the work was asked for again: what came before it does not count.
 */
export class Collector {
  readonly #options: CollectOptions;
  readonly #plans: readonly PublishedPlan[];
  readonly #tasks: readonly Task[];
  readonly #tasksByKey: ReadonlyMap<string, Task>;
  readonly #currentDigests: ReadonlySet<string>;
  /** The attempt of the workflow that the plans that hold begin with. */
  readonly #since: number;
  readonly #tasksByPlan: ReadonlyMap<string, { epoch: number; tasks: ReadonlyMap<string, Task> }>;
  /** Of each task the result that counts so far, and what does not count. */
  readonly #given = new Map<string, GivenResult>();
  readonly #duplicates: GivenResult[] = [];
  readonly #refusedResults = new Map<string, RefusedResult[]>();
  readonly #refusedPages: RefusedPage[] = [];
  readonly #reports: PageReport[] = [];

  /** @param plans all that hang on the board, of every epoch and attempt */
  constructor(plans: readonly PublishedPlan[], options: CollectOptions) {
    this.#options = options;
    this.#plans = currentPlans(plans);
    this.#since = this.#plans[0]?.attempt ?? 0;
    this.#tasks = tasksOf(this.#plans);
    this.#currentDigests = new Set(this.#plans.map(({ digest }) => digest));
    this.#tasksByPlan = new Map(
      plans.map(({ digest, plan }) => [digest, { epoch: plan.epoch, tasks: byKey(plan.tasks) }]),
    );
    const [first] = this.#plans;
    const only = this.#plans.length === 1 ? this.#tasksByPlan.get(first?.digest ?? "") : undefined;
    this.#tasksByKey = only?.tasks ?? byKey(this.#tasks);
  }

  add(page: PublishedPage): void {
    if (!this.#isOfNow(page.name)) return;
    const read = readPage(page, this.#options.key, {
      current: this.#tasksByKey,
      ofPlan: (digest, epoch) => {
        const plan = this.#tasksByPlan.get(digest);
        return plan?.epoch === epoch ? plan.tasks : undefined;
      },
    });
    if ("why" in read) this.refuse(read);
    else this.#take(read);
  }

  /** A page that is there and could not be had. */
  refuse(page: RefusedPage): void {
    if (!this.#isOfNow(page.name)) return;
    this.#refusedPages.push(page);
  }

  /** What is no name at all is told, too. */
  #isOfNow(name: string): boolean {
    const at = parseName(name, this.#options.key);
    return at === null || at.attempt >= this.#since;
  }

  #take({ at, plan, report, results, refused }: ReadPage): void {
    this.#reports.push({ at, report });
    const isCurrent = this.#currentDigests.has(plan);
    const { epoch, attempt, worker, page } = at;
    for (const [place, result] of results.entries())
      this.#give({ epoch, attempt, worker, page, place, isCurrent, result });
    for (const one of refused) append(this.#refusedResults, one.key ?? "", one);
  }

  #give(one: GivenResult): void {
    const { key } = one.result;
    const held = this.#given.get(key);
    const counts = held === undefined || compareGiven(one, held) < 0;
    if (counts) this.#given.set(key, one);
    if (held !== undefined) this.#duplicates.push(counts ? held : one);
  }

  /** @param names all that was seen on the board: its claims tell where a task got lost */
  end(names: readonly string[]): Collected {
    const counting = this.#tasks.map(({ key }) => this.#given.get(key));
    const results = counting.filter((one) => one !== undefined).map(plainly);
    const workers = lastReports(this.#reports);
    const refused = this.#refusedPages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return {
      ...this.#account(results, names, workers),
      plans: this.#plans,
      tasks: this.#tasks,
      results,
      duplicates: this.#sortedDuplicates(),
      workers,
      refused,
    };
  }

  /** By task, in the order of the plans. */
  #sortedDuplicates(): readonly WorkerResult[] {
    const places = new Map(this.#tasks.map(({ key }, place) => [key, place]));
    const placeOf = ({ result }: GivenResult): number => places.get(result.key) ?? 0;
    const sorted = this.#duplicates.toSorted(
      (a, b) => placeOf(a) - placeOf(b) || compareGiven(a, b),
    );
    return sorted.map(plainly);
  }

  #account(
    results: readonly WorkerResult[],
    names: readonly string[],
    workers: Collected["workers"],
  ): Pick<Collected, "outcome" | "reason" | "isEnough" | "coverage" | "missing"> {
    const missing = this.#tasks.filter(({ key }) => !this.#given.has(key));
    const explain = explainMissing({
      key: this.#options.key,
      plans: this.#plans,
      names: names.filter((name) => this.#isOfNow(name)),
      workers,
      refusedPages: this.#refusedPages,
      refusedResults: this.#refusedResults,
    });
    const failed = results.filter(({ result }) => result.status === "failed");
    const coverage = {
      tasks: this.#tasks.length,
      done: results.length,
      failed: failed.map(({ result }) => result.key),
      missing: missing.map(({ key }) => ({ key, why: explain(key) })),
    };
    return { ...judgeCoverage(coverage, this.#options.minCoverage), coverage, missing };
  }
}

function byKey(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  return new Map(tasks.map((task) => [task.key, task]));
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function plainly({ worker, epoch, attempt, result }: GivenResult): WorkerResult {
  return { worker, epoch, attempt, result };
}
