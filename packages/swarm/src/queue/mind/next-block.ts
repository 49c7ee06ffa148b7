import type { BlockTable } from "../block-table.ts";
import { type Choice, chooseBlock } from "../choose-block.ts";
import type { Sight } from "../sight.ts";

/** Which block comes next, by what is known to be free. */
export class NextBlock {
  readonly #table: BlockTable;
  readonly #sight: Sight;
  readonly #worker: number;
  /** The list that it has made its own; null: none yet. */
  #own: number | null = null;
  #found: { own: number | null; claims: number; choice: Choice | null } | null = null;

  constructor(table: BlockTable, sight: Sight, worker: number) {
    this.#table = table;
    this.#sight = sight;
    this.#worker = worker;
  }

  /** Null: all is taken. Asked many times between two claims, so it is looked for once. */
  choose(): Choice | null {
    const [own, claims] = [this.#own, this.#sight.claims];
    if (this.#found?.own !== own || this.#found.claims !== claims) {
      const choice = chooseBlock(this.#table, this.#sight, { worker: this.#worker, own });
      this.#found = { own, claims, choice };
    }
    return this.#found.choice;
  }

  /** What comes next where nobody else is asked; null: its list is through. */
  ofOwnList(): number | null {
    const own = this.#own ?? this.#worker;
    const slot = this.#sight.front(own);
    if (slot !== null) this.#own = own;
    return slot;
  }

  settleOn(list: number): void {
    this.#own = list;
  }

  /** Whoever has the head of a list has the list. */
  lose(slot: number): void {
    if (this.#own !== null && slot === this.#table.starts[this.#own]) this.#own = null;
  }
}
