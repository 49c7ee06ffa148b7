import { describe, expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

const code = (point: number): string => String.fromCodePoint(point);

describe("cleaning a message", () => {
  test.each([
    ["terminal escapes", `${code(0x1b)}[31mred${code(0x07)}`, "[31mred"],
    ["carriage returns", "one\r\ntwo\rthree", "one\ntwo\nthree"],
    ["direction overrides", `user${code(0x202e)}nimda${code(0x2066)}`, "usernimda"],
    ["zero-width characters", `pass${code(0x200b)}word${code(0xfeff)}`, "password"],
    ["tags that nobody sees", `fine${code(0xe0041)}${code(0xe0042)}`, "fine"],
    ["space around it", " \n said \n ", "said"],
    ["half characters", "half \ud83d end", "half \ufffd end"],
  ])("takes out %s", (_, raw, clean) => expect(cleanText(raw)).toBe(clean));

  test.each(["tab\tand\nnewline", "naïve – “quoted” ✓", "👩‍💻 with a joiner"])("keeps %j", (text) =>
    expect(cleanText(text)).toBe(text),
  );
});
