import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { type Migration, migrationsOf } from "./migration.ts";
import { observe } from "./observe.ts";

const doc: RuleDoc = {
  id: "migrations/concurrently-in-transaction",
  title: "CONCURRENTLY inside a transaction",
  severity: "high",
  category: "correctness",
  why: "PostgreSQL refuses it, so that the migration fails when it is applied.",
  fix: "Move the statement into a migration of its own and tell the tool to run it without a transaction.",
  flagged: [
    {
      title: "between BEGIN and COMMIT",
      after: {
        "migrations/0007.sql": "BEGIN;\nCREATE INDEX CONCURRENTLY a ON orders (day);\nCOMMIT;\n",
      },
    },
    {
      title: "with a tool that opens a transaction by itself",
      after: {
        "migrations/0008.sql": "-- +goose Up\nCREATE INDEX CONCURRENTLY a ON orders (day);\n",
      },
    },
  ],
  clean: [
    {
      title: "where the tool is told to open none, and after COMMIT",
      after: {
        "migrations/0007.sql":
          "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY a ON orders (day);\n",
        "migrations/0008.sql":
          "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY a ON orders (day);\n",
        "migrations/0009.sql":
          "BEGIN;\nSELECT 1;\nCOMMIT;\nCREATE INDEX CONCURRENTLY a ON orders (day);\n",
      },
    },
  ],
};

const wraps = /^--\s*(?:\+goose\s+Up|migrate:up|\+migrate\s+Up)\b/im;
const wrapsNot =
  /^--\s*(?:\+goose\s+NO\s+TRANSACTION|migrate:up\s.*transaction:false|\+migrate\s+Up\s.*notransaction)/im;
const concurrently =
  /^(?:CREATE (?:UNIQUE )?INDEX|DROP INDEX|REINDEX (?:INDEX|TABLE|SCHEMA|DATABASE)) CONCURRENTLY\b/;

/** Finds statements that PostgreSQL refuses inside a transaction. */
export const concurrentlyInTransaction: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const migration of migrationsOf(task)) {
      let open = isWrapped(migration);
      for (const { text, tokens } of migration.statements) {
        if (/^(?:BEGIN|START TRANSACTION)\b/.test(text)) open = true;
        else if (/^(?:COMMIT|END|ROLLBACK)\b/.test(text)) open = false;
        else if (open && concurrently.test(text)) {
          const message =
            "PostgreSQL refuses CONCURRENTLY inside a transaction, so this migration fails. Run it outside one.";
          const seen = observe(migration, tokens, message, "high");
          if (seen) yield seen;
        }
      }
    }
  },
};

function isWrapped({ text }: Migration): boolean {
  return wraps.test(text) && !wrapsNot.test(text);
}
