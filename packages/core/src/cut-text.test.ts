import { expect, it } from "vitest";
import { cutText } from "./cut-text.ts";

it("leaves a text alone that is short enough", () => {
  expect(cutText("short", 5)).toBe("short");
});

it("marks the cut, which counts as one character", () => {
  expect(cutText("longer", 5)).toBe("long…");
});

it("never cuts through a character", () => {
  expect(cutText("ab👩cdef", 4)).toBe("ab…");
});
