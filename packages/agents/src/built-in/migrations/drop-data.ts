import type { RuleDoc, Severity } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { factsOf } from "./facts.ts";
import { bareName, createdTable, type Migration, migrationsOf, namePattern } from "./migration.ts";
import { observe } from "./observe.ts";
import { orderedDrops } from "./ordered-drops.ts";
import type { Statement } from "./statements.ts";
import { tableActions } from "./table-actions.ts";

const doc: RuleDoc = {
  id: "migrations/drop-data",
  title: "A migration that throws data away",
  severity: "high",
  category: "correctness",
  why: "What a migration drops is gone at the first deployment, and code that still runs against it fails until the last old process has stopped.",
  fix: "Stop using it in one release, drop it in a later one, and make sure that a backup or a copy exists.",
  flagged: [
    {
      title: "a dropped table",
      after: { "db/migrations/0007_drop.sql": "DROP TABLE IF EXISTS orders;\n" },
    },
    {
      title: "a dropped column",
      after: {
        "prisma/migrations/7/migration.sql":
          'ALTER TABLE "Order"\n  ADD COLUMN "total" INT,\n  DROP COLUMN "price";\n',
      },
    },
    { title: "an emptied table", after: { "migrations/0008.sql": "TRUNCATE public.orders;\n" } },
    {
      title: "a column removed by Rails",
      after: {
        "db/migrate/20260101_drop.rb":
          "class Drop < ActiveRecord::Migration[8.0]\n  def up\n    remove_column :orders, :price\n  end\nend\n",
      },
    },
    {
      title: "a table dropped by Alembic",
      after: {
        "migrations/versions/7.py": 'def upgrade():\n    op.drop_table("orders")\n',
      },
    },
  ],
  clean: [
    {
      title: "the way back",
      after: {
        "db/migrations/0007_orders.sql":
          "-- +goose Up\nCREATE TABLE orders (id int);\n\n-- +goose Down\nDROP TABLE orders;\n",
        "db/migrations/0008_orders.down.sql": "DROP TABLE orders;\n",
        "migrations/versions/8.py":
          'def upgrade():\n    op.add_column("orders", price)\n\n\ndef downgrade():\n    op.drop_column("orders", "price")\n',
      },
    },
    {
      title: "a table made anew, as SQLite needs it",
      after: {
        "migrations/0009.sql":
          "CREATE TABLE new_orders (id int);\nINSERT INTO new_orders SELECT id FROM orders;\nDROP TABLE orders;\nALTER TABLE new_orders RENAME TO orders;\n",
      },
    },
    {
      title: "words in comments and strings, constraints and defaults",
      after: {
        "migrations/0010.sql":
          "-- DROP TABLE orders;\nINSERT INTO notes VALUES ('DROP TABLE orders;');\nALTER TABLE orders ALTER COLUMN price DROP DEFAULT, DROP CONSTRAINT positive;\n",
      },
    },
    { title: "SQL outside migrations", after: { "sql/reset.sql": "DROP TABLE orders;\n" } },
  ],
};

const dropTable = new RegExp(`^DROP (?:FOREIGN )?TABLE (?:IF EXISTS )?${namePattern}`, "u");
const dropWhole = /^DROP (?:DATABASE|SCHEMA) /;
const truncate = new RegExp(`^TRUNCATE (?:TABLE )?(?:ONLY )?${namePattern}`, "u");
const dropColumn =
  /^DROP (?:COLUMN |(?!(?:CONSTRAINT|INDEX|KEY|PRIMARY|FOREIGN|CHECK|PARTITION|DEFAULT|IDENTITY|EXPRESSION|NOT|SYSTEM|PERIOD|PROJECTION)\b))/;

/** Names of tables that an earlier migration left behind. */
const keptAside = /^_?(?:BKP|BAK|BACKUP|OLD|TMP|TEMP)_|_(?:BKP|BAK|BACKUP|OLD|TMP|TEMP)$/;

/** Finds what a migration drops or empties, in SQL and in the calls of common tools. */
export const dropData: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) yield* dropsIn(migration);
    yield* orderedDrops(task);
  },
};

function* dropsIn(migration: Migration): Iterable<Observation> {
  const made = new Set<string>();
  for (const statement of migration.statements) {
    const found = dropBy(statement, migration, made);
    made.add(createdTable(statement.text) ?? "");
    const seen = found && observe(migration, statement.tokens, found.message, found.severity);
    if (seen) yield seen;
  }
  for (const { text, tokens, table } of tableActions(migration)) {
    if (!dropColumn.test(text)) continue;
    const message = `This drops a column of ${said(table)} with its data, while code that knows it may still be running.`;
    const seen = observe(migration, tokens, message, "medium");
    if (seen) yield seen;
  }
}

interface Loss {
  readonly message: string;
  readonly severity: Severity;
}

function dropBy({ text }: Statement, migration: Migration, made: ReadonlySet<string>): Loss | null {
  if (dropWhole.test(text)) {
    const message = "This drops a whole schema or database with all that is in it.";
    return { message, severity: "high" };
  }
  const dropped = dropTable.exec(text)?.[1];
  const emptied = truncate.exec(text)?.[1];
  const table = bareName(dropped ?? emptied ?? "");
  if (table === "") return null;
  const facts = factsOf(migration);
  const back = facts.renamedTo.has(table) || migration.created.has(table);
  const copied = facts.copied.has(table);
  // A table in between, or SQLite's way to change one: copy, drop, make anew.
  if (made.has(table) || (back && copied)) return null;
  return lossOf(table, dropped === undefined ? "empties" : "drops", { back, copied });
}

function lossOf(
  table: string,
  what: string,
  { back, copied }: Record<"back" | "copied", boolean>,
): Loss {
  if (back) {
    const message = `This ${what} ${said(table)} and makes it anew, without its rows.`;
    return { message, severity: "low" };
  }
  if (copied) {
    const message = `This ${what} the table ${said(table)}. Its rows are copied elsewhere, but code that knows the table may still be running.`;
    return { message, severity: "medium" };
  }
  const message = `This ${what} the table ${said(table)} with all its data.`;
  return { message, severity: keptAside.test(table) ? "medium" : "high" };
}

function said(table: string): string {
  return `\`${table.toLowerCase()}\``;
}
