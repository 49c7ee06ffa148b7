import type { Seen } from "../queue/mind.ts";
import type { SimulatedFaults } from "./simulation.ts";
import type { Timeline } from "./timeline.ts";

/** The steps of a claim, each a round trip: list, create, upload, finalize. */
const trips = 4;

interface BoardOptions {
  readonly timeline: Timeline;
  readonly claimSeconds: number;
  readonly faults: SimulatedFaults;
  readonly random: () => number;
}

/** Who asks: what was asked by a worker that died meanwhile has no answer, and perhaps no effect. */
export interface Asker {
  readonly isAlive: () => boolean;
}

/** Where one reader is in what can be seen. */
export interface Cursor {
  claims: number;
  pages: number;
}

export interface BoardPage {
  readonly worker: number;
  readonly tasks: readonly number[];
  /** The slot whose rest others may take over; null: none. */
  readonly offered: number | null;
}

/** A board of artifacts, as it may behave. What is created can be seen only once it is finalized. */
export class SimulatedBoard {
  readonly #options: BoardOptions;
  readonly #created = new Set<number>();
  readonly #claims: number[] = [];
  readonly #pages: BoardPage[] = [];
  readonly #trip: number;

  constructor(options: BoardOptions) {
    this.#options = options;
    this.#trip = options.claimSeconds / trips;
  }

  /** All that was put up. */
  get pages(): readonly BoardPage[] {
    return this.#pages;
  }

  look(cursor: Cursor, pages: boolean, tell: (seen: Seen) => void): void {
    const reading = pages ? 2 * this.#trip : 0;
    this.#options.timeline.after(this.#trip + reading + this.#wait(), () => {
      const at = this.#options.timeline.now;
      const taken = this.#claims.slice(cursor.claims).map((slot) => ({ slot, at }));
      cursor.claims = this.#claims.length;
      if (!pages) return tell({ taken, pages: [] });
      const read = this.#pages.slice(cursor.pages);
      cursor.pages = this.#pages.length;
      tell({ taken, pages: read.map(({ tasks, offered }) => ({ done: tasks, offered })) });
    });
  }

  /** `tell` is called when the name is known to be ours or not, `end` when all requests are through. */
  claim(
    slot: number,
    asker: Asker,
    tell: (answer: "won" | "taken" | "unknown") => void,
    end: () => void,
  ): void {
    const { timeline, faults, random } = this.#options;
    timeline.after(this.#trip + this.#wait(), () => {
      if (!asker.isAlive()) return;
      const isLost = random() < faults.lostResponses;
      const isTaken = this.#created.has(slot);
      this.#created.add(slot);
      if (!isTaken) this.#finalize(slot, asker);
      // A lost answer is waited for once more before it is given up.
      timeline.after(isLost ? this.#trip : 0, () => {
        tell(isLost ? "unknown" : isTaken ? "taken" : "won");
        timeline.after(isTaken ? 0 : 2 * this.#trip, end);
      });
    });
  }

  put(page: BoardPage, asker: Asker, end: () => void): void {
    this.#options.timeline.after(3 * this.#trip + this.#wait(), () => {
      if (!asker.isAlive()) return;
      this.#pages.push(page);
      end();
    });
  }

  #finalize(slot: number, asker: Asker): void {
    const { timeline, faults, random } = this.#options;
    if (random() < faults.burntNames) return;
    const late = random() < faults.lateListings ? random() * 20 : 0;
    timeline.after(2 * this.#trip, () => {
      if (!asker.isAlive()) return;
      timeline.after(late, () => this.#claims.push(slot));
    });
  }

  /** Seconds that the service asks to wait. */
  #wait(): number {
    const { faults, random } = this.#options;
    return faults.waits > 0 && random() < faults.waits ? 1 + 4 * random() : 0;
  }
}
