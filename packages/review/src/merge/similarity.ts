import { isAboutNames } from "./concepts.ts";
import type { Meaning } from "./meaning.ts";

// The same sentence about two bindings is two faults; the same words about one binding may be one.
const otherName = 0.25;

/**
 * How much two remarks mean the same, 0–1: the cosine of their weighted tokens, less where both
 * quote names from the code and have none in common.
 */
export function similarityOf(a: Meaning, b: Meaning): number {
  if (a.square === 0 || b.square === 0) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [token, weight] of small.weights) dot += weight * (large.weights.get(token) ?? 0);
  const cosine = dot / Math.sqrt(a.square * b.square);
  return namesDiffer(a, b) ? cosine * otherName : cosine;
}

/** Two quotes from the code count as two subjects unless the fault is known to be the same. */
function namesDiffer(a: Meaning, b: Meaning): boolean {
  if (a.names.size === 0 || b.names.size === 0 || meets(a.names, b.names)) return false;
  return ![...a.concepts].some((concept) => b.concepts.has(concept) && !isAboutNames(concept));
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((name) => b.has(name));
}
