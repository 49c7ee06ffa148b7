import { expect, test } from "vitest";
import { fenceOf, longestBackquotes } from "./fence.ts";

test("nothing in a block ends it", () => {
  expect(fenceOf(["a", "```", "# b"], "text")).toBe("````text\na\n```\n# b\n````");
  expect(fenceOf(["a\n`````\nb"], "text")).toBe("``````text\na\n`````\nb\n``````");
});

test("a block may have no lines at all", () => {
  expect(fenceOf([], "suggestion")).toBe("```suggestion\n```");
});

test("a text of very many backquotes is no more than long", () => {
  expect(longestBackquotes("` `` ".repeat(500_000))).toBe(2);
});
