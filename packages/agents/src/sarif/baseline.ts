import type { Claim } from "../reported/claim.ts";
import type { IsKnown } from "./parse.ts";

/**
 * Knows the claims of an earlier report by path, rule and message, because lines move. Each is
 * known as often as it was there: a second one of the same kind is new.
 */
export function baselineOf(claims: Iterable<Claim>): IsKnown {
  const left = new Map<string, number>();
  for (const claim of claims) left.set(keyOf(claim), (left.get(keyOf(claim)) ?? 0) + 1);
  return (claim) => {
    const count = left.get(keyOf(claim)) ?? 0;
    if (count > 0) left.set(keyOf(claim), count - 1);
    return count > 0;
  };
}

function keyOf({ paths, rule, message }: Claim): string {
  return JSON.stringify([paths?.[0] ?? null, rule, message]);
}
