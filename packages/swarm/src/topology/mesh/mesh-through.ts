import type { BlockSpan, ResultPage, TaskResult, WorkerReport } from "../../collect/result.ts";
import { planDigest } from "../../plan/encode.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import { pageName, roundName } from "../../queue/names.ts";
import type { PeerAnswer } from "../../queue/task-runner.ts";
import type { WorkOptions } from "../../queue/work-options.ts";
import type { Task } from "../../task.ts";
import { questionOf } from "./mesh-key.ts";
import { type MeshEnd, type MeshRules, nextMove } from "./mesh-move.ts";
import { MeshPeers } from "./mesh-peers.ts";
import { answersDigest, encodeRound } from "./round-page.ts";

export interface MeshOptions extends WorkOptions {
  /** Without the number of agents, which the plan says. */
  readonly rules: Omit<MeshRules, "agents">;
  /** Seconds between two looks at the board while it waits. */
  readonly lookSeconds: number;
}

/** How an agent of a mesh fared. */
export interface MeshReport {
  readonly report: WorkerReport;
  readonly rounds: number;
  /** Null: it was stopped. */
  readonly end: MeshEnd | null;
}

/**
 * Is one agent of a mesh: answers all of its tasks, puts the answers up for its peers, reads theirs, and
 * may revise, until nothing changes or the rounds are over. Its last answers become its page of results,
 * which is collected like that of any worker.
 * @throws CodedError of the board when its results cannot be put up; of the runner when it cannot work
 */
export async function meshThrough(plan: SwarmPlan, options: MeshOptions): Promise<MeshReport> {
  return new MeshAgent(plan, options).work();
}

class MeshAgent {
  readonly #plan: SwarmPlan;
  readonly #options: MeshOptions;
  readonly #rules: MeshRules;
  readonly #digest: string;
  readonly #tasks: readonly Task[];
  readonly #peers: MeshPeers;
  readonly #readyAt: number;
  readonly #spans: BlockSpan[] = [];
  #answers: ReadonlyMap<string, TaskResult> = new Map();
  #answeredAt = 0;

  constructor(plan: SwarmPlan, options: MeshOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#digest = planDigest(plan);
    this.#rules = { ...options.rules, agents: plan.lists.length };
    this.#tasks = (plan.lists[options.worker] ?? [])
      .flatMap((block) => block.tasks)
      .flatMap((index) => plan.tasks[index] ?? []);
    this.#peers = new MeshPeers(plan, this.#digest, { ...options, rounds: this.#rules.rounds });
    this.#readyAt = options.clock.now();
  }

  async work(): Promise<MeshReport> {
    const { signal, clock } = this.#options;
    let end: MeshEnd | null = null;
    while (end === null && !signal.aborted) {
      const move = nextMove(this.#sight(), this.#rules);
      if (move.do === "answer") await this.#answer(move.round);
      else if (move.do === "stop") end = move.why;
      else {
        await clock.sleep(1000 * Math.min(move.seconds, this.#options.lookSeconds), signal);
        await this.#peers.look();
      }
    }
    const report = this.#report(end !== null);
    await this.#putResults(report);
    return { report, rounds: this.#spans.length, end };
  }

  #sight() {
    const waited = (this.#options.clock.now() - this.#answeredAt) / 1000;
    return { ...this.#peers.sight(), me: this.#options.worker, waited };
  }

  /** A task that is not answered this time keeps the answer of the round before. */
  async #answer(round: number): Promise<void> {
    const { runner, signal, clock } = this.#options;
    const answers = new Map(this.#answers);
    const startedAt = clock.now();
    const tell = (result: TaskResult): void => void answers.set(result.key, result);
    const mesh = { round, peers: round === 0 ? new Map() : this.#peersOf(round - 1) };
    await runner.run(this.#tasks, tell, signal, mesh);
    this.#spans.push(this.#span(startedAt));
    this.#answers = answers;
    const results = [...answers.values()];
    this.#peers.add(
      { agent: this.#options.worker, round, digest: answersDigest(results) },
      results,
    );
    await this.#publish(round, results);
    this.#answeredAt = clock.now();
    await this.#peers.look();
  }

  #peersOf(round: number): ReadonlyMap<string, readonly PeerAnswer[]> {
    const answers = this.#peers.answersAt(round);
    return new Map(
      this.#tasks.map(({ key }) => {
        const question = questionOf(key);
        return [key, answers.filter(({ result }) => questionOf(result.key) === question)];
      }),
    );
  }

  /**
   * Where the name is used already, an answer of ours was lost on the way: it hangs there. Where the board
   * is down, peers go on without it; what counts in the end is put up at the end.
   */
  async #publish(round: number, results: readonly TaskResult[]): Promise<void> {
    const { board, worker, attempt, signal } = this.#options;
    if (round + 1 >= this.#rules.rounds || signal.aborted) return;
    const { key, epoch } = this.#plan;
    const page = encodeRound({ version: 1, plan: this.#digest, round, results });
    const name = roundName({ key, attempt, worker, round, epoch });
    await board.put(name, page, signal).catch(() => "unknown");
  }

  #span(startedAt: number): BlockSpan {
    const block = `w${this.#options.worker}-b0`;
    const endedAt = this.#options.clock.now();
    return { block, tasks: this.#tasks.length, startedAt, endedAt, how: "own" };
  }

  #report(isDone: boolean): WorkerReport {
    const { worker, attempt, clock, runner, startedAt } = this.#options;
    return {
      worker,
      epoch: this.#plan.epoch,
      attempt,
      ...(startedAt === undefined ? {} : { startedAt }),
      readyAt: this.#readyAt,
      at: clock.now(),
      isDone,
      spans: this.#spans,
      claims: 0,
      conflicts: 0,
      steals: 0,
      claimSeconds: [],
      providers: runner.health(),
    };
  }

  /** Whoever was stopped puts up what it has, too; so this has no signal to stop it. */
  async #putResults(report: WorkerReport): Promise<void> {
    const { board, worker, attempt } = this.#options;
    const { key, epoch } = this.#plan;
    const results = [...this.#answers.values()];
    const page: ResultPage = { version: 1, plan: this.#digest, page: 0, results, report };
    const name = pageName({ key, attempt, worker, page: 0, epoch });
    await board.put(name, JSON.stringify(page), new AbortController().signal);
  }
}
