import type { Box } from "../opinion.ts";
import { addUp } from "../tally.ts";

/** How many opinions each label has. */
export function countOpinions({ opinions }: Box): ReadonlyMap<string, number> {
  return addUp(opinions, ({ label }, add) => add(label, 1));
}

/** The weight behind each label. */
export function sumWeights({ opinions }: Box): ReadonlyMap<string, number> {
  return addUp(opinions, ({ label, weight }, add) => add(label, weight));
}
