import type { Place, Severity } from "@swarm-actions/review";
import type { Observation } from "../define.ts";
import type { Migration } from "./migration.ts";
import type { SqlToken } from "./sql-tokens.ts";

/**
 * What a rule says of some tokens; null when the change does not touch them. Migrations that only
 * serve tests or examples are mentioned at `low`.
 */
export function observe(
  migration: Migration,
  tokens: readonly SqlToken[],
  message: string,
  severity: Severity,
): Observation | null {
  const place = placeOf(migration, tokens);
  if (place === null) return null;
  return { place, message, severity: migration.rehearsal ? "low" : severity };
}

function placeOf({ path, addedLines }: Migration, tokens: readonly SqlToken[]): Place | null {
  for (const { line, endLine } of tokens) {
    for (let at = line; at <= endLine; at++) {
      if (addedLines.has(at))
        return { kind: "lines", path, side: "new", startLine: at, endLine: at };
    }
  }
  return null;
}
