import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { lockSeverity } from "./lock-severity.ts";
import { migrationsOf } from "./migration.ts";
import { observe } from "./observe.ts";
import { tableActions } from "./table-actions.ts";

const doc: RuleDoc = {
  id: "migrations/constraint-lock",
  title: "A constraint that checks every row under a lock",
  severity: "medium",
  category: "performance",
  why: "PostgreSQL blocks writers until it has checked all rows, and for a foreign key on both tables.",
  fix: "Add it NOT VALID and VALIDATE CONSTRAINT in a later migration; for UNIQUE, build the index CONCURRENTLY and add the constraint USING INDEX.",
  flagged: [
    {
      title: "a foreign key",
      after: {
        "migrations/postgres/0007.sql":
          "ALTER TABLE orders ADD CONSTRAINT by_user FOREIGN KEY (user_id) REFERENCES users (id);\n",
      },
    },
    {
      title: "a check without a name",
      after: { "migrations/postgres/0008.sql": "ALTER TABLE orders ADD CHECK (price > 0);\n" },
    },
    {
      title: "a unique constraint that builds its index",
      after: {
        "migrations/postgres/0009.sql": "ALTER TABLE orders ADD CONSTRAINT one UNIQUE (nr);\n",
      },
    },
  ],
  clean: [
    {
      title: "not validated yet, or using an index",
      after: {
        "migrations/postgres/0007.sql":
          "ALTER TABLE orders ADD CONSTRAINT positive CHECK (price > 0) NOT VALID;\nALTER TABLE orders ADD CONSTRAINT one UNIQUE USING INDEX one_idx;\n",
      },
    },
    {
      title: "on a table of the same file",
      after: {
        "migrations/postgres/0008.sql":
          "CREATE TABLE notes (id int);\nALTER TABLE notes ADD FOREIGN KEY (id) REFERENCES orders (id);\n",
      },
    },
  ],
};

const constraint = /^ADD (?:CONSTRAINT \S+ )?(FOREIGN KEY|CHECK|UNIQUE|PRIMARY KEY|EXCLUDE)\b/;

/** Finds constraints that PostgreSQL proves on the spot. */
export const constraintLock: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      const severity = lockSeverity(migration);
      if (severity === null) continue;
      for (const { text, tokens, table } of tableActions(migration)) {
        const kind = constraint.exec(text)?.[1];
        if (kind === undefined || / NOT VALID$| USING INDEX /.test(text)) continue;
        const message = `Adding ${kind} looks at every row of \`${table.toLowerCase()}\` while nobody can write to it. ${adviceFor(kind)}`;
        const seen = observe(migration, tokens, message, severity);
        if (seen) yield seen;
      }
    }
  },
};

function adviceFor(kind: string): string {
  return kind === "FOREIGN KEY" || kind === "CHECK"
    ? "Add it NOT VALID and validate it in a later migration."
    : "Build its index CONCURRENTLY first and add it USING INDEX.";
}
