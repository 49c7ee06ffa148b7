import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changeOf } from "../../../test/support/change.ts";
import { commonOptions, scopeOf } from "./scope.ts";

const schema = z.strictObject(commonOptions);
const [file] = changeOf({}, { "src/.hidden/a.ts": "x\n" }).files;

describe("scopeOf", () => {
  it("is its own provider, of ordinary weight, and covers everything by default", () => {
    const scope = scopeOf("lint", schema.parse({}), { categories: ["style", "correctness"] });
    expect(scope).toMatchObject({
      name: "lint",
      provider: "lint",
      weight: 1,
      categories: ["correctness", "style"],
    });
    expect(file && scope.covers(file)).toBe(true);
  });

  it("lets options win over the defaults of the kind of agent", () => {
    const options = schema.parse({ provider: "acme", weight: 2, categories: ["security"] });
    const scope = scopeOf("lint", options, { provider: "eslint", categories: ["style"] });
    expect(scope).toMatchObject({ provider: "acme", weight: 2, categories: ["security"] });
  });

  it("narrows by paths and ignore, hidden folders included", () => {
    const covers = (given: object): boolean | undefined =>
      file && scopeOf("lint", schema.parse(given), { categories: ["style"] }).covers(file);
    expect(covers({ paths: ["src/**"] })).toBe(true);
    expect(covers({ paths: ["lib/**"] })).toBe(false);
    expect(covers({ paths: ["src/**"], ignore: ["**/*.ts"] })).toBe(false);
  });

  it("keeps what the kind of agent cannot judge out of scope", () => {
    const scope = scopeOf("lint", schema.parse({}), { categories: ["style"], covers: () => false });
    expect(file && scope.covers(file)).toBe(false);
  });

  it("refuses a weight of zero and unknown categories", () => {
    expect(schema.safeParse({ weight: 0 }).success).toBe(false);
    expect(schema.safeParse({ categories: ["beauty"] }).success).toBe(false);
  });
});
