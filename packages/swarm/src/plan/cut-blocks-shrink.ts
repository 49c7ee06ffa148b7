import type { CutOptions } from "./cut-blocks-options.ts";
import type { Unit } from "./cut-blocks-units.ts";
import type { Block } from "./plan.ts";

/** A block takes such a share of what is left of its list: the first that gives few enough blocks. */
const shares = [0.35, 0.45, 0.55, 0.65];
/** A block lasts at least as long as so many claims. */
const claimsPerBlock = 2;

interface ShrinkOptions extends CutOptions {
  /** Blocks that one list may have. */
  readonly most: number;
}

/** Cuts one list into blocks that shrink; with the cap in reach, the last block takes all that is left. */
export function cutList(list: readonly Unit[], worker: number, options: ShrinkOptions): Block[] {
  let least = claimsPerBlock * options.claimSeconds;
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  for (;;) {
    for (const share of shares) {
      const blocks = cutBy(list, worker, { least, share }, options);
      if (blocks.length <= options.most || least >= total) return blocks;
    }
    least = Math.max(2 * least, total / 1024);
  }
}

function cutBy(
  list: readonly Unit[],
  worker: number,
  { least, share }: { readonly least: number; readonly share: number },
  { maxSize, claimSeconds }: ShrinkOptions,
): Block[] {
  const blocks: Block[] = [];
  const minSeconds = claimsPerBlock * claimSeconds;
  let rest = list.reduce((sum, { weight }) => sum + weight, 0);
  let at = 0;
  while (at < list.length) {
    const goal = Math.max(least, share * rest);
    const taken: number[] = [];
    let [weight, seconds, size] = [0, 0, 0];
    for (; at < list.length; at++) {
      const unit = list[at];
      if (unit === undefined) break;
      if (
        taken.length > 0 &&
        ((weight + unit.weight > goal && seconds >= minSeconds) || size + unit.size > maxSize)
      )
        break;
      taken.push(...unit.tasks);
      weight += unit.weight;
      seconds += unit.seconds;
      size += unit.size;
    }
    blocks.push({ worker, block: blocks.length, tasks: taken, seconds });
    rest -= weight;
  }
  return blocks;
}
