import type { WorkerReport } from "../../collect/result.ts";
import type { ClaimAnswer } from "../board.ts";
import type { How } from "../choose-block.ts";

/** What came of a worker's claims, as it tells of them. */
export class ClaimTally {
  #claims = 0;
  #conflicts = 0;
  #steals = 0;
  readonly #seconds: number[] = [];

  count(answer: ClaimAnswer, how: How | null, seconds: number): void {
    if (answer === "taken") {
      this.#conflicts += 1;
      return;
    }
    this.#claims += 1;
    this.#steals += how === "stolen" ? 1 : 0;
    this.#seconds.push(seconds);
  }

  get told(): Pick<WorkerReport, "claims" | "conflicts" | "steals" | "claimSeconds"> {
    return {
      claims: this.#claims,
      conflicts: this.#conflicts,
      steals: this.#steals,
      claimSeconds: this.#seconds,
    };
  }
}
