import type { Remark } from "../finding/model.ts";
import { findConcepts } from "./concepts.ts";
import { bareNames, quotedNames } from "./names.ts";
import { wordsIn } from "./words.ts";

/** What a remark means, as far as its words can tell. */
export interface Meaning {
  /** Token → weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** The sum of the squares of those weights. */
  readonly square: number;
  /** Names the message quotes: what in the code it is about. */
  readonly names: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

// What a remark is about stands in its first sentences; the rest would only cost time.
const readLength = 800;
const weightOf = { concept: 4, name: 1.25, word: 1 } as const;

/**
 * Reads a remark's rule and message as weighted tokens: known phrases count as concepts, quoted
 * pieces and words shaped like identifiers as names, the rest as stemmed words without the common
 * ones. Of the rule its last segment takes part, split at hyphens, underscores and capital letters.
 */
export function meaningOf({ rule, message }: Pick<Remark, "rule" | "message">): Meaning {
  const said = message.slice(0, readLength);
  const text = `${ruleWords(rule)}. ${said}`;
  const names = new Set(quotedNames(said));
  const concepts = new Set(findConcepts(text.toLowerCase()));
  const weights = new Map<string, number>();
  for (const word of wordsIn(text)) weights.set(word, weightOf.word);
  for (const name of [...names, ...bareNames(said)]) weights.set(name, weightOf.name);
  for (const concept of concepts) weights.set(`concept ${concept}`, weightOf.concept);
  return { weights, square: squareOf(weights), names, concepts };
}

/** A number such as `E722` says nothing to another tool. */
function ruleWords(rule: string): string {
  const last = rule.slice(Math.max(rule.lastIndexOf("/"), rule.lastIndexOf(".")) + 1);
  if (/^[A-Z]+\d+$/.test(last)) return "";
  return last.replace(/([a-z])(?=[A-Z])/g, "$1 ").replace(/[-_]/g, " ");
}

function squareOf(weights: ReadonlyMap<string, number>): number {
  return [...weights.values()].reduce((sum, weight) => sum + weight * weight, 0);
}
