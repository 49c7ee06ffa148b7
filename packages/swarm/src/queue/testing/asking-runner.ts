import type { ProviderHealth, TaskResult } from "../../collect/result.ts";
import type { Task } from "../../task.ts";
import type { Clock } from "../clock.ts";
import type { DownProvider } from "../find-down.ts";
import type { TaskRunner } from "../task-runner.ts";

/** Failures in a row after which a provider is left alone, and for how many milliseconds. */
const [failuresInARow, pause] = [3, 60_000];
/** Milliseconds that its own turn to try is waited for, each time; and the word of others, in all. */
const patience = 150_000;

/** A provider, as all workers reach it. */
export interface TestProvider {
  readonly isUp: () => boolean;
  /** When it was asked, in milliseconds since 1970. */
  readonly asked: number[];
}

/** Asks one provider a question a task, and leaves it alone as a panel of agents does. */
export class AskingRunner implements TaskRunner {
  readonly #provider: TestProvider;
  readonly #clock: Clock;
  readonly #seconds: number;
  #tally: ProviderHealth = {
    ...{ provider: "house", asked: 0, failed: 0, breaker: "closed", reason: null },
  };
  #row = 0;
  #openUntil = 0;
  #trippedUntil: number | null = null;
  #waited = 0;

  /** @param seconds that an answer takes */
  constructor(provider: TestProvider, clock: Clock, seconds: number) {
    this.#provider = provider;
    this.#clock = clock;
    this.#seconds = seconds;
  }

  check = async (): Promise<void> => {};

  health = (): readonly ProviderHealth[] => {
    const isOpen = this.#trippedUntil !== null || this.#opensIn() > 0;
    return [{ ...this.#tally, breaker: isOpen ? "open" : "closed" }];
  };

  learn = (down: readonly DownProvider[]): void => {
    this.#trippedUntil = down.find(({ provider }) => provider === "house")?.until ?? null;
  };

  run = async (
    tasks: readonly Task[],
    tell: (result: TaskResult) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    for (const { key } of tasks) {
      const isTry = this.#opensIn() > 0;
      if (isTry && !(await this.#waits(signal))) return;
      const startedAt = this.#clock.now();
      const status = (await this.#ask(signal)) ? "done" : "failed";
      // A task is not used up by trying whether somebody came back.
      if (signal.aborted || (isTry && status === "failed")) return;
      const said = { output: null, votes: [], error: null, usage: null } as const;
      tell({ ...said, key, status, startedAt, seconds: this.#seconds });
    }
  };

  #opensIn(): number {
    return Math.max(this.#openUntil, this.#trippedUntil ?? 0) - this.#clock.now();
  }

  async #waits(signal: AbortSignal): Promise<boolean> {
    const end = this.#clock.now() + patience;
    for (;;) {
      const left = this.#opensIn();
      const isOwnTurn = this.#clock.now() + left <= end;
      const most = isOwnTurn ? left : Math.min(left, patience - this.#waited);
      if (most <= 0 || signal.aborted) return left <= 0 && !signal.aborted;
      await this.#clock.sleep(Math.min(500, most), signal);
      if (!isOwnTurn) this.#waited += Math.min(500, most);
    }
  }

  async #ask(signal: AbortSignal): Promise<boolean> {
    this.#provider.asked.push(this.#clock.now());
    await this.#clock.sleep(this.#seconds * 1000, signal);
    const isUp = this.#provider.isUp();
    const { asked, failed } = this.#tally;
    const at = isUp ? { answeredAt: this.#clock.now() } : { failedAt: this.#clock.now() };
    this.#tally = { ...this.#tally, asked: asked + 1, failed: failed + (isUp ? 0 : 1), ...at };
    this.#row = isUp ? 0 : this.#row + 1;
    if (isUp) this.#forgive();
    else if (this.#row >= failuresInARow) this.#openUntil = this.#clock.now() + pause;
    return isUp;
  }

  #forgive(): void {
    this.#openUntil = 0;
    this.#trippedUntil = null;
    this.#waited = 0;
  }
}
