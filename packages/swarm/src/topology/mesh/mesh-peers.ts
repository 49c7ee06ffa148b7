import type { TaskResult } from "../../collect/result.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import { namePrefix, parseName } from "../../queue/names.ts";
import type { PeerAnswer } from "../../queue/task-runner.ts";
import type { WorkOptions } from "../../queue/work-options.ts";
import { answerAt, type MeshSight, type SeenRound } from "./mesh-move.ts";
import { answersDigest, decodeRound, longestRound } from "./round-page.ts";

interface PeerOptions extends WorkOptions {
  /** The most there may be: what says that it is of a later one is not read. */
  readonly rounds: number;
}

/** What an agent of a mesh has read of the others. */
export class MeshPeers {
  readonly #plan: SwarmPlan;
  readonly #digest: string;
  readonly #options: PeerOptions;
  readonly #rounds: SeenRound[] = [];
  readonly #results = new Map<SeenRound, readonly TaskResult[]>();
  readonly #done = new Set<number>();
  readonly #read = new Set<string>();
  readonly #keys: readonly ReadonlySet<string>[];

  constructor(plan: SwarmPlan, digest: string, options: PeerOptions) {
    this.#plan = plan;
    this.#digest = digest;
    this.#options = options;
    this.#keys = plan.lists.map((list) => {
      const indices = list.flatMap(({ tasks }) => tasks);
      return new Set(indices.map((index) => plan.tasks[index]?.key ?? ""));
    });
  }

  sight(): Pick<MeshSight, "rounds" | "done"> {
    return { rounds: this.#rounds, done: this.#done };
  }

  add(seen: SeenRound, results: readonly TaskResult[]): void {
    this.#rounds.push(seen);
    this.#results.set(seen, results);
  }

  /** What all others said last, up to a round. */
  answersAt(round: number): readonly PeerAnswer[] {
    const sight = { ...this.sight(), me: this.#options.worker, waited: 0 };
    return this.#plan.lists.flatMap((_, worker) => {
      const seen = worker === this.#options.worker ? null : answerAt(sight, worker, round);
      const results = seen === null ? [] : (this.#results.get(seen) ?? []);
      return results.map((result) => ({ worker, result }));
    });
  }

  /** A board that cannot be reached shows nothing new; whether that is too long, the deadline says. */
  async look(): Promise<void> {
    const { board, signal } = this.#options;
    const entries = await board.list(namePrefix(this.#plan.key), signal).catch(() => []);
    for (const { name } of entries) {
      if (!this.#read.has(name)) await this.#lookAt(name);
    }
  }

  async #lookAt(name: string): Promise<void> {
    const { worker, attempt } = this.#options;
    const read = parseName(name, this.#plan.key);
    if (read === null || read.epoch !== this.#plan.epoch || read.attempt !== attempt) return;
    if (read.kind === "result") this.#done.add(read.worker);
    if (read.kind !== "round" || read.worker === worker || read.worker >= this.#keys.length) return;
    if (read.round >= this.#options.rounds) return;
    await this.#readRound(name, read.worker, read.round);
  }

  async #readRound(name: string, agent: number, round: number): Promise<void> {
    const { board, signal } = this.#options;
    // A page that cannot be had now may be had at the next look.
    const text = await board.get(name, 3 * longestRound, signal).catch(() => null);
    if (text === null) return;
    this.#read.add(name);
    const page = decodeRound(text, this.#digest, round);
    if (page === null) return;
    const results = page.results.filter(({ key }) => this.#keys[agent]?.has(key) === true);
    this.add({ agent, round, digest: answersDigest(results) }, results);
  }
}
