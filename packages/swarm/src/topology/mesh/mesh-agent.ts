import type { BlockSpan, TaskResult, WorkerReport } from "../../collect/result.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import type { MeshRound, PeerAnswer } from "../../queue/task-runner.ts";
import type { Task } from "../../task.ts";
import { questionOf } from "./mesh-key.ts";
import { type MeshEnd, type MeshRules, type MeshSight, nextMove } from "./mesh-move.ts";
import type { MeshOptions, MeshReport } from "./mesh-options.ts";
import { MeshPeers } from "./mesh-peers.ts";
import { MeshWriter } from "./mesh-writer.ts";

/** Drives one agent of a mesh on a real board, with a real runner. */
export class MeshAgent {
  readonly #plan: SwarmPlan;
  readonly #options: MeshOptions;
  readonly #rules: MeshRules;
  readonly #tasks: readonly Task[];
  readonly #peers: MeshPeers;
  readonly #writer: MeshWriter;
  readonly #readyAt: number;
  readonly #spans: BlockSpan[] = [];
  #answers: ReadonlyMap<string, TaskResult> = new Map();
  #answeredAt = 0;

  constructor(plan: SwarmPlan, options: MeshOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#rules = { ...options.rules, agents: plan.lists.length };
    this.#tasks = (plan.lists[options.worker] ?? [])
      .flatMap((block) => block.tasks)
      .flatMap((index) => plan.tasks[index] ?? []);
    this.#peers = new MeshPeers(plan, { ...options, rounds: this.#rules.rounds });
    this.#writer = new MeshWriter(plan, this.#peers.digest, options);
    this.#readyAt = options.clock.now();
  }

  async work(): Promise<MeshReport> {
    const { signal, clock, lookSeconds, runner } = this.#options;
    // Whoever asks providers first hears how they answered others.
    if (runner.health().length > 0) await this.#peers.look();
    let end: MeshEnd | null = null;
    while (end === null && !signal.aborted) {
      const move = nextMove(this.#sight(), this.#rules);
      if (move.do === "answer") await this.#answer(move.round);
      else if (move.do === "stop") end = move.why;
      else {
        await clock.sleep(1000 * Math.min(move.seconds, lookSeconds), signal);
        await this.#peers.look();
      }
    }
    const report = this.#report(end !== null);
    await this.#writer.putResults([...this.#answers.values()], report);
    return { report, rounds: this.#spans.length, end };
  }

  #sight(): MeshSight {
    const waited = (this.#options.clock.now() - this.#answeredAt) / 1000;
    return { ...this.#peers.sight(), me: this.#options.worker, waited };
  }

  /** In the last round nobody waits for anybody. */
  async #answer(round: number): Promise<void> {
    const { runner, signal, clock, worker } = this.#options;
    const startedAt = clock.now();
    this.#peers.shareHealth(runner);
    this.#answers = await this.#ask({ round, peers: this.#peersBefore(round) });
    this.#spans.push(this.#span(startedAt));
    const results = [...this.#answers.values()];
    this.#peers.add(worker, round, results);
    const isLast = round + 1 >= this.#rules.rounds;
    if (!isLast && !signal.aborted) await this.#writer.putRound(round, results);
    this.#answeredAt = clock.now();
    if (!isLast) await this.#peers.look();
  }

  /** A task that is not answered this time keeps the answer of the round before. */
  async #ask(mesh: MeshRound): Promise<ReadonlyMap<string, TaskResult>> {
    const { runner, signal } = this.#options;
    const answers = new Map(this.#answers);
    const tell = (result: TaskResult): void => void answers.set(result.key, result);
    await runner.run(this.#tasks, tell, signal, mesh);
    return answers;
  }

  #peersBefore(round: number): ReadonlyMap<string, readonly PeerAnswer[]> {
    if (round === 0) return new Map();
    const byQuestion = Map.groupBy(this.#peers.answersAt(round - 1), ({ result }) =>
      questionOf(result.key),
    );
    return new Map(this.#tasks.map(({ key }) => [key, byQuestion.get(questionOf(key)) ?? []]));
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
      ...{ claims: 0, conflicts: 0, steals: 0, claimSeconds: [] },
      providers: runner.health(),
    };
  }
}
