import { describe, expect, it } from "vitest";
import { cpuTime } from "../../../../../test/support/cpu-time.ts";
import { statementsOf } from "./statements.ts";

const texts = (sql: string, backslashes = false): string[] =>
  statementsOf(sql, backslashes).map(({ text }) => text);

describe("statementsOf", () => {
  it("splits at semicolons outside strings, names, comments and dollar quotes", () => {
    const sql =
      "select ';' ; -- a; b\nselect \"c;d\", `e;f` /* ; */;\ndo $body$ x; y $body$; select 1";
    expect(texts(sql)).toEqual(["SELECT ''", 'SELECT "C_D" , "E_F"', "DO ''", "SELECT 1"]);
  });

  it("keeps the lines of every token", () => {
    const [, second] = statementsOf("select 1;\n\nselect\n  'a\nb'", false);
    expect(second?.tokens.map(({ line, endLine }) => [line, endLine])).toEqual([
      [3, 3],
      [4, 5],
    ]);
    expect(second?.closed).toBe(false);
  });

  it("takes a backslash as an escape only where the database does", () => {
    expect(texts("select 'a\\'; b'; c", true)).toEqual(["SELECT ''", "C"]);
    expect(texts("select 'a\\'; b", false)).toEqual(["SELECT ''", "B"]);
    expect(texts("select E'a\\'; b'; c", false)).toEqual(["SELECT ''", "C"]);
  });

  it("keeps the body of a routine in one piece", () => {
    const sql =
      "CREATE TRIGGER t BEGIN\n  DELETE FROM a;\n  SELECT CASE WHEN 1 THEN 2 END;\n  IF 1 THEN x; END IF;\nEND;\nSELECT 1;";
    expect(statementsOf(sql, false).map(({ tokens }) => tokens[0]?.text)).toEqual([
      "CREATE",
      "SELECT",
    ]);
  });

  it("ends a batch at GO and a body at DELIMITER", () => {
    expect(texts("SELECT 1\nGO\nSELECT 2\nGO")).toEqual(["SELECT 1", "SELECT 2"]);
  });

  it("knows which sections lead back", () => {
    const sql = "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n-- +goose Up\nSELECT 3;";
    expect(statementsOf(sql, false).map(({ down }) => down)).toEqual([false, true, false]);
  });

  it.each([
    "$a$ ".repeat(50_000),
    "/* ' ".repeat(50_000),
    "'\\".repeat(100_000),
    "CREATE FUNCTION BEGIN;".repeat(20_000),
  ])("takes little time for hostile text %#", (text) => {
    const start = cpuTime();
    statementsOf(text, false);
    statementsOf(text, true);
    expect(cpuTime() - start).toBeLessThan(3_000);
  });
});
