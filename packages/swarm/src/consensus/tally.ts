import { compareText } from "@swarm-actions/core";

/** How the labels of an item stand. */
export interface Tally {
  readonly scores: ReadonlyMap<string, number>;
  /** The highest score, and the highest of all others. */
  readonly first: number;
  readonly second: number;
  /** Labels that share the highest score, sorted. */
  readonly leaders: readonly string[];
}

// Sums of decimal weights miss by a few units in the last place: 0.7 + 0.1 must be level with 0.8.
const slack = 1e-9;

export function tallyOf(scores: ReadonlyMap<string, number>): Tally {
  const sorted = [...scores.values()].sort((a, b) => b - a);
  const [first = 0, second = 0] = sorted;
  const leaders = [...scores].filter(([, score]) => isLevel(score, first)).map(([label]) => label);
  return { scores, first, second, leaders: leaders.sort(compareText) };
}

/** Whether the label, and no other, has the highest score. */
export function leads(label: string, { leaders }: Tally): boolean {
  return leaders.length === 1 && leaders[0] === label;
}

export function isLevel(a: number, b: number): boolean {
  return Math.abs(a - b) <= slack * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Adds up what each opinion gives to its labels, in the order of the opinions. */
export function addUp<Part>(
  parts: readonly Part[],
  give: (part: Part, add: (label: string, score: number) => void) => void,
): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const add = (label: string, score: number): void => {
    scores.set(label, (scores.get(label) ?? 0) + score);
  };
  for (const part of parts) give(part, add);
  return scores;
}
