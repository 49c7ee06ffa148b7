import type { RuleDoc, Severity } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { factsOf } from "./facts.ts";
import { bareName, type Migration, migrationsOf, namePattern } from "./migration.ts";
import { observe } from "./observe.ts";
import type { Statement } from "./statements.ts";

const doc: RuleDoc = {
  id: "migrations/unbounded-write",
  title: "DELETE or UPDATE without WHERE in a migration",
  severity: "high",
  category: "correctness",
  why: "It changes every row at once: the data is lost or the table stays locked until the last row is written.",
  fix: "Say which rows are meant with WHERE, and write large tables in batches.",
  flagged: [
    { title: "every row deleted", after: { "migrations/0007.sql": "DELETE FROM orders;\n" } },
    {
      title: "every row written",
      after: { "migrations/0008.sql": "UPDATE orders\n   SET state = 'new';\n" },
    },
  ],
  clean: [
    {
      title: "with WHERE, and on a table of its own",
      after: {
        "migrations/0007.sql":
          "DELETE FROM orders WHERE id < 100;\nUPDATE orders SET state = 'new' WHERE state IS NULL;\nCREATE TABLE notes (id int);\nUPDATE notes SET id = 1;\n",
      },
    },
    {
      title: "inside a trigger, which only runs later",
      after: {
        "migrations/0008.sql":
          "CREATE TRIGGER t AFTER DELETE ON orders BEGIN\n  DELETE FROM notes;\n  SELECT 1;\nEND;\n",
      },
    },
  ],
};

const remove = new RegExp(`^DELETE FROM (?:ONLY )?${namePattern}`, "u");
const write = new RegExp(
  `^UPDATE (?:ONLY )?${namePattern} (?:AS )?(?:[\\p{L}\\p{N}_]+ )?SET (.*)$`,
  "u",
);

/** Finds writes that name no rows. */
export const unboundedWrite: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      for (const statement of migration.statements) {
        const found = unboundedIn(statement, migration);
        const seen = found && observe(migration, statement.tokens, found.message, found.severity);
        if (seen) yield seen;
      }
    }
  },
};

function unboundedIn(
  { text }: Statement,
  migration: Migration,
): { message: string; severity: Severity } | null {
  if (!/^(?:DELETE|UPDATE) /.test(text)) return null;
  if (/ (?:WHERE|LIMIT|JOIN|USING) /.test(text.replace(/^DELETE FROM/, ""))) return null;
  const removed = remove.exec(text)?.[1];
  if (removed !== undefined && !migration.created.has(bareName(removed))) {
    return {
      message: "This deletes every row of the table. Say which rows are meant with WHERE.",
      severity: "high",
    };
  }
  const [, table = "", values = ""] = write.exec(text) ?? [];
  if (table === "" || migration.created.has(bareName(table))) return null;
  const message =
    "This writes every row of the table in one statement and keeps them locked meanwhile. Say which rows are meant with WHERE.";
  return {
    message,
    severity: fillsNewColumn(bareName(table), values, migration) ? "low" : "medium",
  };
}

/** Filling a column that the same file adds is what such a statement is for. */
function fillsNewColumn(table: string, values: string, migration: Migration): boolean {
  const column = /^"?([\p{L}\p{N}_$]+)"? =/u.exec(values)?.[1];
  return column !== undefined && factsOf(migration).addedColumns.has(`${table}.${column}`);
}
