import { describe, expect, it } from "vitest";
import { visible, visibleCode, visibleJson, visibleLine } from "./visible.ts";

describe("visible", () => {
  it.each([
    ["a terminal escape", "\u001b[31mred", "␛[31mred"],
    ["a bell and a delete", "\u0007\u007f", "␇␡"],
    ["an 8-bit control sequence", "\u009b31m", "\\u{009B}31m"],
    ["a bidi override", "\u202Eevil", "\\u{202E}evil"],
    ["a zero-width space", "a\u200Bb", "a\\u{200B}b"],
    ["a soft hyphen and a Hangul filler", "\u00AD\u3164", "\\u{00AD}\\u{3164}"],
    ["a tag character", "\u{E0041}", "\\u{E0041}"],
    ["a line separator", "a\u2028b", "a\\u{2028}b"],
    ["half a surrogate pair", "a\uD800", "a\\u{D800}"],
    ["a carriage return that would overwrite the line", "good\rbad", "good␍bad"],
  ])("shows %s", (_what, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it("leaves ordinary text of any language, line feeds, tabs and emoji alone", () => {
    const text = "Grüße, Ωμέγα, 日本語, עברית\n\tindented ⚠️ ✅";
    expect(visible(text)).toBe(text);
  });

  it("reads the line ends of Windows as line ends", () => {
    expect(visible("a\r\nb")).toBe("a\nb");
  });
});

describe("visibleLine", () => {
  it("cannot be used to start a new line", () => {
    expect(visibleLine("a\nb\tc")).toBe("a␊b c");
  });
});

describe("visibleCode", () => {
  it("drops the carriage return of a CRLF file, but not one in the middle", () => {
    expect(visibleCode("\ta\rb\r")).toBe("    a␍b");
  });
});

describe("visibleJson", () => {
  it("changes how the text is written, not what it says", () => {
    const json = JSON.stringify({ a: "\u202E\u{E0041}\u0085" });
    expect(visibleJson(json)).toBe('{"a":"\\u202e\\udb40\\udc41\\u0085"}');
    expect(JSON.parse(visibleJson(json))).toEqual(JSON.parse(json));
  });
});
