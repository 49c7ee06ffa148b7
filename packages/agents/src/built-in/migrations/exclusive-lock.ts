import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { lockSeverity } from "./lock-severity.ts";
import { migrationsOf } from "./migration.ts";
import { observe } from "./observe.ts";

const doc: RuleDoc = {
  id: "migrations/exclusive-lock",
  title: "A statement that locks a whole table for as long as it runs",
  severity: "medium",
  category: "performance",
  why: "Nobody can use the table meanwhile, and VACUUM FULL and CLUSTER copy all of it.",
  fix: "Take it out of the migration; run maintenance in a quiet hour, or use a tool that works online.",
  flagged: [
    { title: "VACUUM FULL", after: { "migrations/postgres/0007.sql": "VACUUM FULL orders;\n" } },
    {
      title: "an explicit lock",
      after: { "migrations/postgres/0008.sql": "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;\n" },
    },
  ],
  clean: [
    {
      title: "an ordinary VACUUM, and a lock that lets readers and writers through",
      after: {
        "migrations/postgres/0007.sql":
          "VACUUM ANALYZE orders;\nLOCK TABLE orders IN ACCESS SHARE MODE;\n",
      },
    },
  ],
};

const locking =
  /^(?:VACUUM (?:FULL\b|\( (?:[^)]* )?FULL\b)|CLUSTER \S|LOCK (?!.* IN (?:ACCESS SHARE|ROW SHARE|ROW EXCLUSIVE) MODE))/;

/** Finds statements whose very purpose or side effect is a lock on everything. */
export const exclusiveLock: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      const severity = lockSeverity(migration);
      if (severity === null) continue;
      for (const { text, tokens } of migration.statements) {
        if (!locking.test(text)) continue;
        const message = "Nobody can use the table while this runs. Keep it out of a migration.";
        const seen = observe(migration, tokens, message, severity);
        if (seen) yield seen;
      }
    }
  },
};
