import type { ResultPage, TaskResult, WorkerReport } from "../../collect/result.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import { pageName, roundName } from "../../queue/names.ts";
import type { WorkOptions } from "../../queue/work-options.ts";
import { encodeRound, type RoundPage } from "./round-page.ts";

/** Puts up what an agent of a mesh says: a page a round for its peers, and its results at the end. */
export class MeshWriter {
  readonly #plan: SwarmPlan;
  readonly #digest: string;
  readonly #options: WorkOptions;

  constructor(plan: SwarmPlan, digest: string, options: WorkOptions) {
    this.#plan = plan;
    this.#digest = digest;
    this.#options = options;
  }

  /**
   * Where the name is used already, an answer of ours was lost on the way: it hangs there. Where the board
   * is down, peers go on without it; what counts in the end is put up at the end.
   */
  async putRound(round: number, results: readonly TaskResult[]): Promise<void> {
    const { board, worker, attempt, signal, runner } = this.#options;
    const { key, epoch } = this.#plan;
    const providers = runner.health();
    const said: RoundPage = { version: 1, plan: this.#digest, round, results };
    const page = encodeRound(providers.length === 0 ? said : { ...said, providers });
    const name = roundName({ key, attempt, worker, round, epoch });
    await board.put(name, page, signal).catch(() => "unknown");
  }

  /** Whoever was stopped puts up what it has, too; so this has no signal to stop it. */
  async putResults(results: readonly TaskResult[], report: WorkerReport): Promise<void> {
    const { board, worker, attempt } = this.#options;
    const { key, epoch } = this.#plan;
    const page: ResultPage = { version: 1, plan: this.#digest, page: 0, results, report };
    const name = pageName({ key, attempt, worker, page: 0, epoch });
    await board.put(name, JSON.stringify(page), new AbortController().signal);
  }
}
