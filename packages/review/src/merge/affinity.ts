import { comparePlaces } from "../finding/compare.ts";
import type { Category, Finding, Place } from "../finding/model.ts";
import type { Meaning } from "./meaning.ts";
import { similarityOf } from "./similarity.ts";

/** A finding with its meaning read once. */
export interface ReadFinding {
  readonly finding: Finding;
  readonly meaning: Meaning;
}

// How alike two remarks must be; tuned on the pairs in `scenes.json`. The further apart place and
// category are, the surer the words must be.
const needed = { samePlace: 0.26, touching: 0.3, otherCategory: 0.4 } as const;

/**
 * By how much two remarks on touching places are more alike than they need be to count as one: from
 * −1 to 1, at least 0 for those that belong together, null when nothing connects them.
 */
export function affinityOf(a: ReadFinding, b: ReadFinding): number | null {
  const need = needOf(a.finding, b.finding);
  if (need === null) return null;
  const similarity = similarityOf(a.meaning, b.meaning);
  return similarity === 0 ? null : similarity - need;
}

function needOf(a: Finding, b: Finding): number | null {
  if (a.category !== b.category) {
    return areRelated(a.category, b.category) ? needed.otherCategory : null;
  }
  return isSamePlace(a.place, b.place) ? needed.samePlace : needed.touching;
}

function isSamePlace(a: Place, b: Place): boolean {
  return comparePlaces(a, b) === 0;
}

/** Categories that different tools file the same fault under. */
const related: readonly (readonly [Category, Category])[] = [
  ["security", "correctness"],
  ["security", "dependencies"],
  ["correctness", "performance"],
  ["correctness", "maintainability"],
  ["correctness", "style"],
  ["correctness", "tests"],
  ["performance", "maintainability"],
  ["maintainability", "style"],
  ["maintainability", "documentation"],
  ["maintainability", "tests"],
  ["documentation", "style"],
];

function areRelated(a: Category, b: Category): boolean {
  return related.some(([x, y]) => (a === x && b === y) || (a === y && b === x));
}
