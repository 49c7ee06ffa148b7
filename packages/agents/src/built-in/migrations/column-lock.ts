import type { RuleDoc, Severity } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { factsOf } from "./facts.ts";
import { lockSeverity } from "./lock-severity.ts";
import { bareName, type Migration, migrationsOf } from "./migration.ts";
import { observe } from "./observe.ts";
import { type TableAction, tableActions } from "./table-actions.ts";

const doc: RuleDoc = {
  id: "migrations/column-lock",
  title: "A change of a column that rewrites or scans the table under a lock",
  severity: "medium",
  category: "performance",
  why: "PostgreSQL lets nobody read or write the table until every row has been rewritten or checked.",
  fix: "For another type: add a new column, fill it in batches, and switch over. For NOT NULL: add a CHECK … NOT VALID, validate it, then set NOT NULL.",
  flagged: [
    {
      title: "another type",
      after: {
        "migrations/postgres/0007.sql": "ALTER TABLE orders ALTER COLUMN id TYPE bigint;\n",
      },
    },
    {
      title: "NOT NULL on a column in use",
      after: {
        "migrations/postgres/0008.sql": "ALTER TABLE orders ALTER COLUMN day SET NOT NULL;\n",
      },
    },
  ],
  clean: [
    {
      title: "NOT NULL that a validated check has proved",
      after: {
        "migrations/postgres/0007.sql":
          "ALTER TABLE orders VALIDATE CONSTRAINT day_is_set;\nALTER TABLE orders ALTER COLUMN day SET NOT NULL;\n",
      },
    },
    {
      title: "a default, and a table of the same file",
      after: {
        "migrations/postgres/0008.sql":
          "ALTER TABLE orders ALTER COLUMN day SET DEFAULT now();\nCREATE TABLE notes (id int);\nALTER TABLE notes ALTER COLUMN id TYPE bigint;\n",
      },
    },
  ],
};

/** Finds changes of a column for which PostgreSQL has to look at every row under its widest lock. */
export const columnLock: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      const severity = lockSeverity(migration);
      if (severity === null) continue;
      for (const action of tableActions(migration)) {
        const found = lockBy(action, migration, severity);
        const seen = found && observe(migration, action.tokens, found.message, found.severity);
        if (seen) yield seen;
      }
    }
  },
};

function lockBy(
  { text, table }: TableAction,
  migration: Migration,
  severity: Severity,
): { message: string; severity: Severity } | null {
  const type = /^ALTER (?:COLUMN )?\S+ (?:SET DATA )?TYPE (\S+)/.exec(text)?.[1];
  if (type !== undefined) {
    // Widening a text needs no rewrite, and the old type is not known here.
    const mild = /^(?:TEXT|VARCHAR|CHARACTER)$/.test(type);
    const message = `Another type rewrites every row of \`${table.toLowerCase()}\` while nobody can read or write it.`;
    return { message, severity: mild ? "low" : severity };
  }
  const column = /^ALTER (?:COLUMN )?(\S+) SET NOT NULL$/.exec(text)?.[1];
  if (column === undefined || factsOf(migration).validated.has(table)) return null;
  const message = `SET NOT NULL checks every row of \`${table.toLowerCase()}\` while nobody can read or write it. Prove it first with a CHECK that is NOT VALID and validated later.`;
  return {
    message,
    severity: factsOf(migration).addedColumns.has(`${table}.${bareName(column)}`)
      ? "low"
      : severity,
  };
}
