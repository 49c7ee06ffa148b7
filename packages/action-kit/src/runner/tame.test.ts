import { expect, test } from "vitest";
import { tame } from "./tame.ts";

test.each([
  ["::set-output name=a::b", ":\u200b:set-output name=a::b"],
  ["fine\r\n  ::add-mask::x", "fine\r\n  :\u200b:add-mask::x"],
  ["fine\r::stop-commands::x", "fine\r:\u200b:stop-commands::x"],
  ["a ##[group]b", "a ##\u200b[group]b"],
])("%j cannot be taken for a command", (text, expected) => {
  expect(tame(text)).toBe(expected);
});

test("what steers a terminal or hides is shown by its name", () => {
  expect(tame("\u001b[2J\u0007 a\u202eb\u{e0041}\u200b")).toBe(
    "␛[2J␇ a\\u{202E}b\\u{E0041}\\u{200B}",
  );
});

test("other text stays as it is", () => {
  const text = "std::vector::push\n# [x] a:: b";
  expect(tame(text)).toBe(text);
});
