import type { Finding, Place, Voter } from "@swarm-actions/review";

/** Lines of the new side, of `src/a.ts` unless said otherwise. */
export function linesAt(startLine: number, endLine = startLine, path = "src/a.ts"): Place {
  return { kind: "lines", path, side: "new", startLine, endLine };
}

export function findingOf(overrides: Partial<Finding> = {}): Finding {
  const agent = overrides.agent ?? "reviewer";
  return {
    place: linesAt(1),
    severity: "medium",
    category: "correctness",
    rule: `${agent}/loose-equality`,
    message: "`==` coerces its operands; use `===`.",
    confidence: 0.8,
    agent,
    provider: agent,
    fingerprint: "0123456789abcdef",
    ...overrides,
  };
}

/** An agent that worked, and judges correctness in `src/a.ts`. */
export function voterOf(name: string, overrides: Partial<Voter> = {}): Voter {
  return {
    name,
    provider: name,
    weight: 1,
    categories: ["correctness"],
    coveredPaths: ["src/a.ts"],
    skipped: [],
    report: { status: "ok" },
    ...overrides,
  };
}
