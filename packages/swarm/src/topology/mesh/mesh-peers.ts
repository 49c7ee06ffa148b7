import type { ProviderHealth, TaskResult } from "../../collect/result.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import { ProviderWatch } from "../../queue/provider-watch.ts";
import type { PeerAnswer, TaskRunner } from "../../queue/task-runner.ts";
import { answerAt, type MeshSight, type SeenRound } from "./mesh-move.ts";
import { MeshReader, type MeshReaderOptions, type PeerPage } from "./mesh-reader.ts";
import { answersDigest } from "./round-page.ts";

/** What an agent of a mesh knows of the others, and of itself. */
export class MeshPeers {
  readonly #reader: MeshReader;
  readonly #me: number;
  readonly #rounds: SeenRound[] = [];
  readonly #results = new Map<SeenRound, readonly TaskResult[]>();
  readonly #done = new Set<number>();
  readonly #keys: readonly ReadonlySet<string>[];
  readonly #providers: ProviderWatch;
  /** By agent, the round in which it said last how providers answer. */
  readonly #heardIn = new Map<number, number>();

  constructor(plan: SwarmPlan, options: MeshReaderOptions) {
    this.#reader = new MeshReader(plan, options);
    this.#me = options.worker;
    this.#providers = new ProviderWatch(options.worker);
    this.#keys = plan.lists.map((list) => {
      const indices = list.flatMap(({ tasks }) => tasks);
      return new Set(indices.map((index) => plan.tasks[index]?.key ?? ""));
    });
  }

  /** Of the plan. */
  get digest(): string {
    return this.#reader.digest;
  }

  sight(): Pick<MeshSight, "rounds" | "done"> {
    return { rounds: this.#rounds, done: this.#done };
  }

  /** The first that is seen of a round counts. */
  add(agent: number, round: number, results: readonly TaskResult[]): void {
    if (this.#rounds.some((seen) => seen.agent === agent && seen.round === round)) return;
    const seen = { agent, round, digest: answersDigest(results) };
    this.#rounds.push(seen);
    this.#results.set(seen, results);
  }

  /** What all others said last, up to a round. */
  answersAt(round: number): readonly PeerAnswer[] {
    const sight = { ...this.sight(), me: this.#me, waited: 0 };
    return this.#keys.flatMap((_, worker) => {
      const seen = worker === this.#me ? null : answerAt(sight, worker, round);
      const results = seen === null ? [] : (this.#results.get(seen) ?? []);
      return results.map((result) => ({ worker, result }));
    });
  }

  async look(): Promise<void> {
    for (const page of await this.#reader.look()) this.#learn(page);
  }

  /** Lets a runner know how providers answered the others. */
  shareHealth(runner: TaskRunner): void {
    this.#providers.share(runner);
  }

  #learn({ agent, round, results, providers, isLast }: PeerPage): void {
    if (isLast) this.#done.add(agent);
    if (providers !== null) this.#hear(agent, isLast ? Number.POSITIVE_INFINITY : round, providers);
    if (round < 0) return;
    const own = results.filter(({ key }) => this.#keys[agent]?.has(key) === true);
    this.add(agent, round, own);
  }

  #hear(agent: number, round: number, providers: readonly ProviderHealth[]): void {
    if (round < (this.#heardIn.get(agent) ?? 0)) return;
    this.#heardIn.set(agent, round);
    this.#providers.hear(agent, providers);
  }
}
