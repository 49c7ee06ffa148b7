import type { ProviderHealth } from "../collect/result.ts";
import { type DownProvider, findDown, type ProviderWord } from "./find-down.ts";
import type { TaskRunner } from "./task-runner.ts";

/** Puts together what one worker and its peers met, and says what the runner should know. */
export class ProviderWatch {
  readonly #self: number;
  /** By worker, what it said last. */
  readonly #words = new Map<number, readonly ProviderHealth[]>();
  #news = "";

  constructor(self: number) {
    this.#self = self;
  }

  /** A worker that says nothing new is heard all the same. */
  hear(worker: number, health: readonly ProviderHealth[]): void {
    if (worker !== this.#self) this.#words.set(worker, health);
  }

  /** Lets a runner know what all know of its providers. @returns whether others should soon hear of them */
  share(runner: TaskRunner): boolean {
    const health = runner.health();
    if (health.length === 0) return false;
    const down = this.down(health);
    const isNews = this.isNews(health, down);
    runner.learn(down);
    return isNews;
  }

  /** @param own how providers answered this worker so far */
  down(own: readonly ProviderHealth[]): readonly DownProvider[] {
    const all = [...this.#words, [this.#self, own] as const];
    const words = all.flatMap(([worker, health]) =>
      health.map((one): ProviderWord => ({ ...one, worker })),
    );
    return findDown(words, this.#self);
  }

  /**
   * Whether others should soon know what this worker met: it gave a provider up, or it tried one again
   * that was given up.
   */
  isNews(own: readonly ProviderHealth[], down: readonly DownProvider[]): boolean {
    const given = new Set(down.map(({ provider }) => provider));
    const news = own
      .filter(({ asked }) => asked > 0)
      .filter(({ breaker, provider }) => breaker === "open" || given.has(provider))
      .map(({ provider, failed, asked }) => `${provider} ${failed}/${asked}`)
      .join("\n");
    const isNews = news !== this.#news;
    this.#news = news;
    return isNews;
  }
}
