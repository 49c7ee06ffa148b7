import { expect, it } from "vitest";
import { isRefName, isSha } from "./resolve.ts";

it.each(["main", "refs/heads/a/b", "a.b", "7", "fix-#1", "Ä"])("takes %s for a ref", (name) => {
  expect(isRefName(name)).toBe(true);
});

it.each([
  "",
  "-x",
  "/a",
  "a/",
  "a//b",
  "a..b",
  "a.",
  "a.lock",
  ".a",
  "b/.a",
  "a b",
  "a~1",
  "a^{tree}",
  "a:b",
  "@{u}",
  "a@{1}",
  "a?",
  "a*",
  "a[",
  "a\\b",
  "a\nb",
])("takes %j for no ref, so that none of git's expressions passes", (name) => {
  expect(isRefName(name)).toBe(false);
});

it("takes 40 small hexadecimal digits for an id", () => {
  expect(isSha("a".repeat(40))).toBe(true);
  for (const no of ["a".repeat(39), "A".repeat(40), "HEAD", `${"a".repeat(40)}\n`]) {
    expect(isSha(no)).toBe(false);
  }
});
