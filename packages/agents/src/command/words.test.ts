import { expect, it } from "vitest";
import { wordsOf } from "./words.ts";

it.each([
  ["eslint -f json", ["eslint", "-f", "json"]],
  ["  two   spaces\t", ["two", "spaces"]],
  [`a "b c" 'd "e"' f"g h"i`, ["a", "b c", 'd "e"', "fg hi"]],
  [`a\\ b "c\\"d" 'e\\f'`, ["a b", 'c"d', "e\\f"]],
  [`a ""`, ["a", ""]],
  ["echo $HOME; rm *", ["echo", "$HOME;", "rm", "*"]],
  ["", []],
  [`a "b`, null],
])("splits %s", (line, words) => {
  expect(wordsOf(line)).toEqual(words);
});
