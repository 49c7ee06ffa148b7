import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["agnets", ["agents", "review"], "agents"],
  ["Ignore", ["ignore"], "ignore"],
  ["tests/focussed", ["tests/focused", "tests/skipped"], "tests/focused"],
  ["x", ["a", "review"], null],
  ["anything", [], null],
])("%s among %j is %s", (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected);
});
