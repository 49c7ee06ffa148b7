import { placeOf } from "../block-table.ts";
import type { BoardStep } from "../mind.ts";
import { claimName } from "../names.ts";
import type { BoardReader } from "../read-board.ts";
import { backoff } from "./backoff.ts";
import type { ClaimTally } from "./claim-tally.ts";
import type { TaskHand } from "./task-hand.ts";
import type { WorkerState } from "./worker-state.ts";

/** A worker with nothing to do leaves after a board did not answer so often in a row. */
const mostFailures = 6;
/** Milliseconds between steps, at least. */
const leastPause = 20;

interface BoardHandParts {
  readonly tasks: TaskHand;
  readonly reader: BoardReader;
  readonly claims: ClaimTally;
  /** Puts a page up; how many results it holds. */
  readonly put: () => Promise<number>;
}

/** Claims, looks and puts up what the mind says, one after the other. */
export class BoardHand {
  readonly #state: WorkerState;
  readonly #parts: BoardHandParts;
  #failures = 0;

  constructor(state: WorkerState, parts: BoardHandParts) {
    this.#state = state;
    this.#parts = parts;
  }

  /** Until nothing is left to do, or nothing can be done. */
  async work(): Promise<void> {
    const { mind, options, now, forBoard, forTasks } = this.#state;
    const { clock, signal } = options;
    const { tasks } = this.#parts;
    while (!signal.aborted && !tasks.isUnfit && !this.#isForsaken()) {
      const step = mind.step(now());
      if (step.do === "leave") return;
      if (step.do === "wait") await forBoard.wait(this.#untilMs(step.until), clock, signal);
      else {
        await this.#attempt(step);
        forTasks.ring();
      }
      tasks.stopIfVain();
    }
  }

  /** Nothing is left to do without the board, and it has not answered for long. */
  #isForsaken(): boolean {
    return this.#failures >= mostFailures && this.#parts.tasks.isIdle;
  }

  #untilMs(until: number): number {
    const milliseconds = (until - this.#state.now()) * 1000;
    return Math.min(backoff.most, Math.max(leastPause, milliseconds));
  }

  /** A board that does not answer is tried again later and later; meanwhile the worker goes on alone. */
  async #attempt(step: Exclude<BoardStep, { do: "wait" | "leave" }>): Promise<void> {
    const { mind, forTasks } = this.#state;
    try {
      await this.#do(step);
      this.#failures = 0;
      mind.isCutOff(false);
    } catch {
      this.#failures += 1;
      mind.isCutOff(true);
      forTasks.ring();
      await this.#pause();
    }
  }

  /** Before the board is tried again. */
  async #pause(): Promise<void> {
    const { options, forBoard } = this.#state;
    const { clock, signal, random } = options;
    const pause = Math.min(backoff.most, backoff.first * 2 ** this.#failures);
    const until = clock.now() + pause * (0.5 + random());
    while (clock.now() < until && !signal.aborted) {
      await forBoard.wait(until - clock.now(), clock, signal);
    }
  }

  async #do(step: Exclude<BoardStep, { do: "wait" | "leave" }>): Promise<void> {
    const { mind, now } = this.#state;
    if (step.do === "claim") await this.#claim(step.slot);
    else if (step.do === "look") await this.#look(step.pages);
    else mind.put(await this.#parts.put(), now());
  }

  async #claim(slot: number): Promise<void> {
    const { plan, options, table, mind, now } = this.#state;
    const { board, clock, attempt, signal } = options;
    const { key, epoch } = plan;
    const how = mind.howOf(slot);
    const begun = clock.now();
    const name = claimName({ key, attempt, epoch, ...placeOf(table, slot) });
    const answer = await board.claim(name, signal);
    this.#parts.claims.count(answer, how, (clock.now() - begun) / 1000);
    mind.answered(slot, answer, now());
  }

  async #look(pages: boolean): Promise<void> {
    const { options, mind, providers, now } = this.#state;
    // Whoever asks providers reads how others fared with them, whatever else there is to read.
    const reads = pages || options.runner.health().length > 0;
    const look = await this.#parts.reader.look(reads, now, options.signal);
    mind.looked(look, now(), reads);
    for (const { worker, providers: health } of look.health) providers.hear(worker, health);
    this.#state.shareHealth();
  }
}
