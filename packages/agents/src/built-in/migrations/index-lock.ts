import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { lockSeverity } from "./lock-severity.ts";
import { bareName, migrationsOf, namePattern } from "./migration.ts";
import { observe } from "./observe.ts";

const doc: RuleDoc = {
  id: "migrations/index-lock",
  title: "An index built without CONCURRENTLY",
  severity: "medium",
  category: "performance",
  why: "PostgreSQL lets nobody write to the table until the index is complete.",
  fix: "Use CREATE INDEX CONCURRENTLY, in a migration of its own that runs outside a transaction.",
  flagged: [
    {
      title: "an index on a table that is in use",
      after: {
        "migrations/postgres/0007.sql": "CREATE INDEX orders_by_day ON public.orders (day);\n",
      },
    },
  ],
  clean: [
    {
      title: "built concurrently, or on a table of the same file, or on another database",
      after: {
        "migrations/postgres/0007.sql":
          "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a ON orders (day);\n",
        "migrations/postgres/0008.sql":
          "CREATE TABLE notes (id bigserial);\nCREATE INDEX b ON notes (id);\n",
        "migrations/mysql/0007.sql": "CREATE INDEX c ON orders (day);\n",
      },
    },
  ],
};

const createIndex = new RegExp(
  `^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY\\b)(?:IF NOT EXISTS )?(?:(?!ON )${namePattern} )?ON (?:ONLY )?${namePattern}`,
  "u",
);

/** Finds indexes that lock out writers while they are built. */
export const indexLock: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      const severity = lockSeverity(migration);
      if (severity === null) continue;
      for (const { text, tokens } of migration.statements) {
        const table = createIndex.exec(text)?.[2];
        if (table === undefined || migration.created.has(bareName(table))) continue;
        const message = `Nobody can write to \`${bareName(table).toLowerCase()}\` while this index is built. Build it CONCURRENTLY, outside a transaction.`;
        const seen = observe(migration, tokens, message, severity);
        if (seen) yield seen;
      }
    }
  },
};
