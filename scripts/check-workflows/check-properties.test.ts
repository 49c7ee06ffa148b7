import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkProperties } from "./check-properties.ts";

let top = "";
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "swarm-properties-"));
  mkdirSync(join(top, "workflow-templates"));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const sound = {
  name: "A review",
  description: "Reviews.",
  iconName: "octicon eye",
  categories: ["code-review"],
  creator: "acme",
};

function said(files: Readonly<Record<string, string>>): readonly string[] {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(top, "workflow-templates", name), text);
  }
  return checkProperties(top).map(({ path, message }) => `${path}: ${message}`);
}

test("a template with its properties and its icon is sound", () => {
  const own = { ...sound, iconName: "bee", filePatterns: ["^package\\.json$"] };
  const files = { "a.yml": "", "a.properties.json": JSON.stringify(own), "bee.svg": "<svg/>" };
  expect(said(files)).toEqual([]);
});

test("templates and properties belong together", () => {
  expect(said({ "a.yml": "", "b.properties.json": JSON.stringify(sound) })).toEqual([
    "workflow-templates/a.yml: a.properties.json is missing",
    "workflow-templates/b.properties.json: there is no b.yml",
  ]);
});

test.each([
  ["no JSON", "{", "/ must be object"],
  [
    "a missing description",
    { description: undefined },
    "/ must have required property 'description'",
  ],
  ["a key the gallery does not know", { icon: "x" }, "/ must NOT have additional properties"],
  ["a category of its own", { categories: ["reviews"] }, "/categories/0 must be equal to one of"],
  ["a name of two lines", { name: "A\nreview" }, "/name must match pattern"],
  ["no pattern", { filePatterns: ["("] }, '/filePatterns/0 must match format "regex"'],
  ["an icon that is not there", { iconName: "bee" }, "there is no bee.svg"],
])("%s is refused", (_, change, words) => {
  const text = typeof change === "string" ? change : JSON.stringify({ ...sound, ...change });
  const [first = "", ...more] = said({ "a.yml": "", "a.properties.json": text });
  expect(first).toContain(`workflow-templates/a.properties.json: ${words}`);
  expect(more).toEqual([]);
});
