import type { CopyView } from "../choose-copy.ts";
import { Sight } from "../sight.ts";
import { HeldBlock } from "./held-block.ts";
import { Looks } from "./looks.ts";
import type { MindOptions } from "./mind-options.ts";
import { News } from "./news.ts";
import { NextBlock } from "./next-block.ts";

/** Results wait for so long at most before they are put up. */
const ordinaryPace = 60;

/** What a worker knows, of others and of itself. What follows from it is said elsewhere in this folder. */
export class MindState {
  readonly options: MindOptions;
  readonly sight: Sight;
  readonly next: NextBlock;
  readonly held: HeldBlock;
  readonly news: News;
  readonly looks: Looks;
  /** A block that is begun, and not yet claimed. */
  unclaimed: number | null = null;
  /** The board cannot be reached. */
  isCutOff = false;

  constructor(options: MindOptions) {
    const { table, worker, claimSeconds, now } = options;
    this.options = options;
    this.sight = new Sight(table);
    this.next = new NextBlock(table, this.sight, worker);
    this.news = new News(this.pace, now);
    this.looks = new Looks(now);
    const onEnd = (slot: number): void => this.news.end(slot);
    this.held = new HeldBlock({ table, sight: this.sight, claimSeconds, onEnd });
  }

  /** Whether it does its own list, and claims nothing. */
  get isAlone(): boolean {
    return this.isCutOff || (this.options.isAlone ?? false);
  }

  /** Whether it may not begin before it has heard how providers answer others. */
  get awaitsWord(): boolean {
    return this.options.listens === true && !this.isCutOff && !this.looks.hasLooked;
  }

  /** Seconds between pages, at least, unless something cannot wait. */
  get pace(): number {
    return this.options.pageSeconds ?? ordinaryPace;
  }

  /** What is needed to choose whom to relieve. */
  copyView(now: number): CopyView {
    const { table, claimSeconds } = this.options;
    return { table, claimSeconds, now, sight: this.sight, isMine: this.held.isMine };
  }
}
