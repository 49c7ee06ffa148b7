import type { PublishedFinding } from "./published-finding.ts";

export type FoundFinding =
  | { readonly kind: "found"; readonly id: string; readonly finding: PublishedFinding }
  /** Give more of the id. */
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] }
  | { readonly kind: "unknown" };

/**
 * The finding that somebody names by the beginning of its fingerprint, six digits at least, or of one
 * merged into it. `id` is the whole fingerprint, for `IgnoredFinding`.
 */
export function findFinding(findings: readonly PublishedFinding[], start: string): FoundFinding {
  const digits = start.toLowerCase();
  if (!/^[0-9a-f]{6,16}$/.test(digits)) return { kind: "unknown" };
  const own = findings.filter((finding) => idOf(finding).startsWith(digits));
  const merged = findings.filter(({ fingerprints }) =>
    fingerprints.some((print) => print.startsWith(digits)),
  );
  const named = own.length > 0 ? own : merged;
  const [finding] = named;
  if (finding === undefined) return { kind: "unknown" };
  if (named.length > 1) return { kind: "ambiguous", ids: named.map(idOf) };
  return { kind: "found", id: idOf(finding), finding };
}

function idOf({ fingerprints }: PublishedFinding): string {
  return fingerprints[0] ?? "";
}
