import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { migrationsOf } from "./migration.ts";
import { observe } from "./observe.ts";
import { tableActions } from "./table-actions.ts";

const doc: RuleDoc = {
  id: "migrations/required-column",
  title: "A new NOT NULL column without a default",
  severity: "medium",
  category: "correctness",
  why: "The migration fails as soon as the table has a row, and old code that inserts without the column fails too.",
  fix: "Give the column a default, or add it as nullable, fill it and then set NOT NULL.",
  flagged: [
    {
      title: "no default",
      after: { "migrations/0007.sql": "ALTER TABLE orders ADD COLUMN state text NOT NULL;\n" },
    },
  ],
  clean: [
    {
      title: "with a default, generated, or nullable",
      after: {
        "migrations/0007.sql":
          "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'new', ADD note text;\nALTER TABLE orders ADD COLUMN total int GENERATED ALWAYS AS (1) STORED NOT NULL;\nALTER TABLE orders ADD COLUMN nr bigserial NOT NULL;\n",
      },
    },
    {
      title: "a constraint, and MySQL, which fills in a value of its own",
      after: {
        "migrations/0008.sql":
          "ALTER TABLE orders ADD CONSTRAINT c CHECK (day IS NOT NULL) NOT VALID;\n",
        "migrations/mysql/0009.sql": "ALTER TABLE orders ADD COLUMN state int NOT NULL;\n",
      },
    },
  ],
};

const addColumn =
  /^ADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!CONSTRAINT|CHECK|FOREIGN|PRIMARY|UNIQUE|INDEX|KEY|EXCLUDE)\S+ /;
const filled = / (?:DEFAULT|GENERATED|IDENTITY|AUTOINCREMENT|AS|(?:BIG|SMALL)?SERIAL)\b/;

/** Finds columns that no existing row can satisfy. */
export const requiredColumn: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      if (migration.dialect === "mysql") continue;
      for (const { text, tokens } of tableActions(migration)) {
        if (!addColumn.test(text) || !/ NOT NULL\b/.test(text) || filled.test(text)) continue;
        const message =
          "This column may not be NULL and has no default, so the migration fails on a table with rows.";
        const seen = observe(migration, tokens, message, "medium");
        if (seen) yield seen;
      }
    }
  },
};
