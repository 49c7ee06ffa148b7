import { CodedError } from "@swarm-actions/core";
import type { Board } from "../board.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** What goes wrong: probabilities, 0–1, a request. */
export interface BoardFaults {
  readonly burnt: number;
  readonly lost: number;
  readonly late: number;
  readonly down: number;
}

export const soundBoard: BoardFaults = { burnt: 0, lost: 0, late: 0, down: 0 };

/** A board in memory on which requests take time, and fail as those to a real one may. */
export class MemoryBoard {
  readonly #names = new Map<string, string | null>();
  readonly #clock: VirtualClock;
  readonly #faults: BoardFaults;
  readonly #random: () => number;
  /** All that can be seen. */
  readonly visible = new Map<string, string>();
  requests = 0;

  constructor(clock: VirtualClock, faults: BoardFaults, random: () => number) {
    this.#clock = clock;
    this.#faults = faults;
    this.#random = random;
  }

  /** As one worker reaches it. */
  reach(): Board {
    return {
      claim: async (name, signal) => {
        await this.#trip(signal);
        if (this.#names.has(name)) return this.#happens("lost") ? "unknown" : "taken";
        await this.#keep(name, "{}", signal);
        return this.#happens("lost") ? "unknown" : "won";
      },
      list: async (prefix, signal) => {
        await this.#trip(signal);
        const names = [...this.visible.keys()].filter((name) => name.startsWith(prefix));
        return names.map((name) => ({ name, size: this.visible.get(name)?.length ?? 0 }));
      },
      put: async (name, content, signal) => {
        await this.#trip(signal);
        if (this.#names.has(name)) return "taken";
        await this.#keep(name, content, signal);
        return this.#happens("lost") ? "taken" : "kept";
      },
      get: async (name, _limit, signal) => {
        await this.#trip(signal);
        const content = this.visible.get(name);
        if (content === undefined) throw unavailable();
        return content;
      },
      remove: async () => false,
    };
  }

  async #keep(name: string, content: string, signal: AbortSignal): Promise<void> {
    this.#names.set(name, content);
    await this.#trip(signal, 0);
    const isPage = name.includes("-result-");
    if (!isPage && this.#happens("burnt")) return;
    const seconds = this.#happens("late") ? 20 * this.#random() : 0;
    void this.#clock.sleep(seconds * 1000).then(() => this.visible.set(name, content));
  }

  async #trip(signal: AbortSignal, down = this.#faults.down): Promise<void> {
    this.requests += 1;
    await this.#clock.sleep(200 + 400 * this.#random(), signal);
    if (signal.aborted || this.#random() < down) throw unavailable();
  }

  #happens(fault: "burnt" | "lost" | "late"): boolean {
    return this.#random() < this.#faults[fault];
  }
}

function unavailable(): CodedError {
  return new CodedError("board/unavailable", "the board does not answer", { fix: "Try again." });
}
