import type { ProviderHealth, TaskResult, WorkerReport } from "../../collect/result.ts";
import type { SwarmPlan } from "../../plan/plan.ts";
import { type NameOnBoard, namePrefix, parseName } from "../../queue/names.ts";
import { PageReader } from "../../queue/page-reader.ts";
import type { WorkOptions } from "../../queue/work-options.ts";
import { decodeRound, longestRound } from "./round-page.ts";

export interface MeshReaderOptions
  extends Pick<WorkOptions, "worker" | "attempt" | "board" | "signal"> {
  /** The most there may be: what says that it is of a later one is not read. */
  readonly rounds: number;
}

/** What a peer said in a round. */
export interface PeerPage {
  readonly agent: number;
  /** -1: it ended without an answer. */
  readonly round: number;
  readonly results: readonly TaskResult[];
  /** How providers answered it so far; null: it does not say, or it was in an earlier attempt. */
  readonly providers: readonly ProviderHealth[] | null;
  /** It writes no more. */
  readonly isLast: boolean;
}

type NamedPage<Kind extends "result" | "round"> = Extract<NameOnBoard, { kind: Kind }> & {
  readonly name: string;
};

/** Reads what the other agents of a mesh put up, each page once. */
export class MeshReader {
  readonly #plan: SwarmPlan;
  readonly #options: MeshReaderOptions;
  readonly #pages: PageReader;
  readonly #read = new Set<string>();
  /** By agent, the attempt in which it ended. */
  readonly #endedIn = new Map<number, number>();

  constructor(plan: SwarmPlan, options: MeshReaderOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#pages = new PageReader(plan, options.board);
  }

  /** Of the plan. */
  get digest(): string {
    return this.#pages.digest;
  }

  /** What is new. A board that cannot be reached shows nothing; whether that is too long, the deadline says. */
  async look(): Promise<readonly PeerPage[]> {
    const names = await this.#list();
    const pages: PeerPage[] = [];
    for (const name of names) {
      if (name.kind === "result") pages.push(...(await this.#readLast(name)));
    }
    const rounds = names.filter((name) => name.kind === "round" && this.#counts(name));
    for (const name of rounds) {
      if (name.kind === "round") pages.push(...(await this.#readRound(name)));
    }
    return pages;
  }

  /**
   * Pages of peers. Where one job is run again its peers are not, and what they left stands; where the plan
   * was made again they all are, and what is left of before says nothing.
   */
  async #list(): Promise<readonly (NamedPage<"result"> | NamedPage<"round">)[]> {
    const { board, signal, attempt, worker } = this.#options;
    const { key, epoch, lists } = this.#plan;
    const entries = await board.list(namePrefix(key), signal).catch(() => []);
    const named = entries.flatMap(({ name }) => {
      const at = parseName(name, key);
      return at === null || at.epoch !== epoch || at.attempt > attempt ? [] : [{ ...at, name }];
    });
    const isAgain = named.some((at) => at.kind === "plan" && at.attempt === attempt);
    return named
      .filter((at) => at.kind === "result" || at.kind === "round")
      .filter((at) => at.worker !== worker && at.worker < lists.length)
      .filter((at) => at.attempt === attempt || !isAgain)
      .filter(({ name }) => !this.#read.has(name));
  }

  /** Rounds of an earlier attempt count for those who ended in it. */
  #counts({ attempt, worker }: { readonly attempt: number; readonly worker: number }): boolean {
    return attempt === this.#options.attempt || this.#endedIn.get(worker) === attempt;
  }

  /** An agent puts its results up once, at its end; who was stopped in an earlier attempt may be run again. */
  async #readLast({ name, worker: agent, attempt }: NamedPage<"result">): Promise<PeerPage[]> {
    const page = await this.#pages.read(name, this.#options.signal);
    if (page === "absent") return [];
    this.#read.add(name);
    const isOfNow = attempt === this.#options.attempt;
    if (page === null || !(isOfNow || page.report.isDone)) return [];
    this.#endedIn.set(agent, Math.max(attempt, this.#endedIn.get(agent) ?? 0));
    const { results, report } = page;
    const providers = isOfNow ? report.providers : null;
    return [{ agent, round: this.#lastRound(report), results, providers, isLast: true }];
  }

  #lastRound({ spans }: WorkerReport): number {
    return Math.min(spans.length, this.#options.rounds) - 1;
  }

  async #readRound({
    name,
    worker: agent,
    round,
    attempt,
  }: NamedPage<"round">): Promise<PeerPage[]> {
    const { board, signal, rounds } = this.#options;
    if (round >= rounds) return [];
    // A page that cannot be had now may be had at the next look.
    const text = await board.get(name, 3 * longestRound, signal).catch(() => null);
    if (text === null) return [];
    this.#read.add(name);
    const page = decodeRound(text, this.digest, round);
    if (page === null) return [];
    const providers = attempt === this.#options.attempt ? (page.providers ?? null) : null;
    return [{ agent, round, results: page.results, providers, isLast: false }];
  }
}
