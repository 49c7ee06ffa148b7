import type { Finding } from "../finding/model.ts";

/** Two places in a list of findings. */
export type Pair = readonly [number, number];

// Of one agent's findings that reach a line, so many are compared with another's. It bounds the work
// where thousands stand on one line, as in a minified file; the rest stay apart, which is never wrong.
const reach = 16;

/**
 * Pairs of findings of different agents whose places overlap or touch. All findings are about the
 * same file and side, and in the order of their lines.
 * @returns at most 16 × agents × findings pairs.
 */
export function* touchingPairs(findings: readonly Finding[]): Generator<Pair> {
  const open = new Map<string, number[]>();
  for (const [index, finding] of findings.entries()) {
    for (const [agent, indices] of open) {
      const near = indices.filter((other) => reaches(findings[other], finding));
      open.set(agent, near.slice(-reach));
      if (agent === finding.agent) continue;
      for (const other of near) yield [other, index];
    }
    open.set(finding.agent, [...(open.get(finding.agent) ?? []), index].slice(-reach));
  }
}

/** Whether the earlier finding ends no sooner than on the line before the later one begins. */
function reaches(earlier: Finding | undefined, later: Finding): boolean {
  if (earlier?.place.kind !== "lines" || later.place.kind !== "lines") return true;
  return earlier.place.endLine + 1 >= later.place.startLine;
}
