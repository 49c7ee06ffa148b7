import { describe, expect, it } from "vitest";
import { type ColumnUnit, lineOfOffset, offsetOfColumn } from "./columns.ts";

describe("offsetOfColumn", () => {
  it.each([
    ["utf16", 5, 4],
    ["code-points", 4, 4],
    ["utf8-bytes", 8, 4],
    ["utf8-bytes", 4, null],
    ["ambiguous", 2, 1],
    ["ambiguous", 5, null],
    ["code-points", 5, 5],
    ["code-points", 6, null],
    ["utf16", 7, null],
    ["utf16", 0, null],
    ["utf16", 1.5, null],
  ] as const)("of %s column %s in a😀éb is %s", (unit, column, offset) => {
    // a: 1 byte; 😀: 2 code units, 4 bytes; é: 2 bytes.
    expect(offsetOfColumn("a😀éb", column, unit)).toBe(offset);
  });
});

describe("lineOfOffset", () => {
  it.each<[ColumnUnit, number, number | null]>([
    ["utf16", 0, 1],
    ["utf16", 2, 1],
    ["utf16", 3, 2],
    ["code-points", 2, 2],
    ["utf8-bytes", 5, 2],
    ["utf8-bytes", 6, 2],
    ["utf16", 5, 3],
    ["utf16", 6, null],
  ])("counts %s: %s is on line %s", (unit, offset, line) => {
    expect(lineOfOffset("😀\nb\n", offset, unit)).toBe(line);
  });
});
