import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { factsOf } from "./facts.ts";
import { bareName, type Migration, migrationsOf, namePattern } from "./migration.ts";
import { observe } from "./observe.ts";
import type { SqlToken } from "./sql-tokens.ts";
import { tableActions } from "./table-actions.ts";

const doc: RuleDoc = {
  id: "migrations/rename",
  title: "A renamed table or column",
  severity: "medium",
  category: "correctness",
  why: "From the migration until the last old process has stopped, running code asks for a name that is gone.",
  fix: "Add the new name beside the old one, write to both, move readers over, and drop the old one in a later release; or leave a view with the old name.",
  flagged: [
    {
      title: "a column",
      after: { "migrations/0007.sql": "ALTER TABLE orders RENAME COLUMN day TO ordered_on;\n" },
    },
    { title: "a table", after: { "migrations/0008.sql": "ALTER TABLE orders RENAME TO sales;\n" } },
    {
      title: "a table, as MySQL says it",
      after: { "migrations/mysql/0009.sql": "RENAME TABLE orders TO sales;\n" },
    },
  ],
  clean: [
    {
      title: "a constraint, an index, and a table that the file made",
      after: {
        "migrations/0007.sql":
          "ALTER TABLE orders RENAME CONSTRAINT a TO b;\nALTER INDEX a RENAME TO b;\nCREATE TABLE new_notes (id int);\nALTER TABLE new_notes RENAME TO notes;\n",
      },
    },
    {
      title: "a view that keeps the old name",
      after: {
        "migrations/0008.sql":
          "ALTER TABLE orders RENAME TO sales;\nCREATE VIEW orders AS SELECT * FROM sales;\n",
      },
    },
  ],
};

const table = new RegExp(`^RENAME (?:TO |AS )?${namePattern}$`, "u");
const column = /^RENAME (?!CONSTRAINT\b|INDEX\b|KEY\b|PARTITION\b)/;
const renameTable = new RegExp(`^RENAME TABLE ${namePattern} TO `, "u");

/** Finds names that running code may still use. */
export const rename: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      for (const { what, name, tokens } of renamesIn(migration)) {
        if (keepsOldName(migration, name)) continue;
        const message = `This renames ${what} \`${name.toLowerCase()}\` while code that uses the old name may still be running.`;
        const seen = observe(migration, tokens, message, "medium");
        if (seen) yield seen;
      }
    }
  },
};

interface Renaming {
  readonly what: "the table" | "a column of";
  /** The table, in capitals. */
  readonly name: string;
  readonly tokens: readonly SqlToken[];
}

function* renamesIn(migration: Migration): Iterable<Renaming> {
  for (const { text, tokens, table: name } of tableActions(migration)) {
    if (table.test(text)) yield { what: "the table", name, tokens };
    else if (column.test(text)) yield { what: "a column of", name, tokens };
  }
  for (const { text, tokens } of migration.statements) {
    const name = renameTable.exec(text)?.[1];
    if (name !== undefined) yield { what: "the table", name: bareName(name), tokens };
  }
}

/** A view with the old name, or a new table with it, as a rebuilt table has. */
function keepsOldName(migration: Migration, table: string): boolean {
  return migration.created.has(table) || factsOf(migration).views.has(table);
}
