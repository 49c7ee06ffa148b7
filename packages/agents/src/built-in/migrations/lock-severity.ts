import type { Severity } from "@swarm-actions/review";
import type { Migration } from "./migration.ts";

/**
 * How grave a lock is that PostgreSQL takes. A hint where the database is not known; null where it
 * is another one, whose locks are others.
 */
export function lockSeverity({ dialect }: Migration): Severity | null {
  if (dialect === "postgres") return "medium";
  return dialect === "unknown" ? "low" : null;
}
