import type { Remark, ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { type Files, taskOf } from "../../../../../test/support/change.ts";
import { cpuTime } from "../../../../../test/support/cpu-time.ts";
import { migrations } from "./index.ts";

const review = async (task: ReviewTask): Promise<readonly Remark[]> =>
  (await migrations.review(task, new AbortController().signal)).remarks;

const said = async (after: Files, before: Files = {}): Promise<string[]> =>
  (await review(taskOf(before, after))).map(
    ({ rule, severity, place }) =>
      `${severity} ${rule.replace("migrations/", "")}${place.kind === "lines" ? `:${place.startLine}` : ""}`,
  );

describe("migrations", () => {
  it.each([
    ["migrations/postgres/1.sql", "medium index-lock:1"],
    ["migrations/1.sql", "low index-lock:1"],
  ])("weighs a lock by what is known of the database: %s", async (path, expected) => {
    expect(await said({ [path]: "CREATE INDEX a ON orders (day);\n" })).toEqual([expected]);
  });

  it("knows PostgreSQL by words that only it understands", async () => {
    const sql = "CREATE TABLE a (b jsonb);\nCREATE INDEX c ON orders (day);\n";
    expect(await said({ "migrations/1.sql": sql })).toEqual(["medium index-lock:2"]);
  });

  it("mentions migrations of tests and examples at low", async () => {
    const files = { "test/migrations/1.sql": "DROP TABLE a;\n" };
    expect(await said(files)).toEqual(["low drop-data:1"]);
  });

  it("speaks only of what the change touches", async () => {
    const before = { "migrations/1.sql": "DROP TABLE a;\n" };
    const after = { "migrations/1.sql": "DROP TABLE a;\nSELECT 1;\nDELETE FROM b;\n" };
    expect(await said(after, before)).toEqual(["high unbounded-write:3"]);
  });

  it("finds each action of one ALTER TABLE at its line", async () => {
    const sql =
      "ALTER TABLE public.orders\n  ADD COLUMN a int NOT NULL,\n  ALTER COLUMN b SET NOT NULL,\n  ADD CHECK (c IN (1, 2)),\n  DROP d;\n";
    expect(await said({ "migrations/pg/1.sql": sql })).toEqual([
      "medium drop-data:5",
      "medium required-column:2",
      "medium column-lock:3",
      "medium constraint-lock:4",
    ]);
  });

  it.each([
    ["copied before", "INSERT INTO b SELECT x FROM a;\nDROP TABLE a;\n", ["medium drop-data:2"]],
    ["made anew without its rows", "DROP TABLE a;\nCREATE TABLE a (x int);\n", ["low drop-data:1"]],
    ["only in between", "CREATE TABLE a (x int);\nDROP TABLE a;\n", []],
  ])("weighs a dropped table that is %s", async (_, sql, expected) => {
    expect(await said({ "migrations/1.sql": sql })).toEqual(expected);
  });

  it("takes filling a column that it just added for what it is", async () => {
    const sql = "ALTER TABLE a ADD COLUMN b int;\nUPDATE a SET b = 1;\nUPDATE a SET c = 1;\n";
    expect(await said({ "migrations/1.sql": sql })).toEqual([
      "low unbounded-write:2",
      "medium unbounded-write:3",
    ]);
  });

  it.each<[string, string, string]>([
    ["Knex", "migrations/1.ts", "export const up = (k) => k.schema.dropTable('a');\n"],
    ["Django", "app/migrations/0001_a.py", "operations = [\n    migrations.DeleteModel('A'),\n]\n"],
    ["Rails", "db/migrate/1_a.rb", "def change\n  drop_table :a\nend\n"],
  ])("reads what %s is told to drop", async (_, path, text) => {
    expect(await said({ [path]: text })).toEqual([
      expect.stringMatching(/^medium drop-data:[12]$/),
    ]);
  });

  it("does not judge a statement that a bare diff cuts off", async () => {
    const rest = "-- a note\n".repeat(9);
    const before = { "migrations/1.sql": `SELECT 2;\nSELECT 3 FROM b\n${rest}WHERE c = 1;\n` };
    const after = { "migrations/1.sql": `DROP TABLE a;\nDELETE FROM b\n${rest}WHERE c = 1;\n` };
    const task = taskOf(before, after);
    const bare = {
      ...task,
      files: task.files.map((file) => ({ ...file, before: null, after: null })),
    };
    const rules = (await review(bare)).map(({ rule }) => rule);
    expect(rules).toEqual(["migrations/drop-data"]);
  });

  it("takes little time for a migration of blank lines", async () => {
    const task = taskOf({}, { "migrations/1.sql": `DROP TABLE a;\n${"\n".repeat(100_000)}` });
    const began = cpuTime();
    expect((await review(task)).map(({ rule }) => rule)).toEqual(["migrations/drop-data"]);
    expect(cpuTime() - began).toBeLessThan(10_000);
  });
});
