import { expect, test } from "vitest";
import { stripHidden } from "./hidden-unicode.ts";

test.each([
  ["bidirectional controls", "a\u202eb\u2066c\u2069\u200f\u061c", "abc"],
  ["zero-width characters", "a\u200bb\u2060c\ufeff\u00ad\u180e", "abc"],
  ["tags that spell something", "a\u{e0041}\u{e0042}b", "ab"],
  ["variation selectors that carry data", "a\ufe00\ufe01\u{e0100}b", "ab"],
  ["a second selector after an emoji", "❤\ufe0f\ufe0f", "❤\ufe0f"],
  ["controls", "a\0b\u0007c\u001b[31m\u007f\u0085d", "abc[31md"],
  ["line and paragraph separators", "a\u2028b\u2029c", "abc"],
  ["fillers", "a\u3164b\uffa0c\u115f\u034f", "abc"],
  ["joiners between plain letters", "se\u200dcr\u200cet", "secret"],
  ["a joiner that joins nothing", "👩\u200d x", "👩 x"],
  ["the tags of a region's flag", "🏴\u{e0067}\u{e0062}\u{e007f}", "🏴"],
])("%s are taken out", (_what, text, bare) => {
  const stripped = stripHidden(text);
  expect(stripped.text).toBe(bare);
  expect(stripped.count).toBe([...text].length - [...bare].length);
});

test.each([
  ["line feeds and tabs", "a\n\tb"],
  ["emoji with a selector", "❤\ufe0f 1\ufe0f\u20e3"],
  ["families and professions", "👩\u200d👩\u200d👧 👩🏽\u200d💻 ❤\ufe0f\u200d🔥"],
  ["joiners of scripts that need them", "می\u200cخواهم क्\u200dष"],
  ["letters of any script", "żółć 漢字 עברית ไทย"],
])("%s stay", (_what, text) => {
  expect(stripHidden(text)).toEqual({ text, count: 0 });
});

test("line ends become line feeds, and half characters are shown to be broken", () => {
  expect(stripHidden("a\r\nb\rc\ud83d")).toEqual({ text: "a\nb\nc\ufffd", count: 0 });
});
