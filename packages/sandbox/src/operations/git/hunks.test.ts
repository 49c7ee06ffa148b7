import { describe, expect, it } from "vitest";
import { findLine, findPosition, hunkUpTo, parseHunks } from "./hunks.ts";

const patch = [
  "@@ -1,3 +1,3 @@ head",
  " one",
  "-two",
  "+TWO",
  " three",
  "@@ -10 +10,0 @@",
  "-ten",
  "\\ No newline at end of file",
].join("\n");
const hunks = parseHunks(patch);

describe("a line of a patch", () => {
  it("is found by its number on each side", () => {
    expect(findLine(hunks, "RIGHT", 2)?.line.text).toBe("+TWO");
    expect(findLine(hunks, "LEFT", 2)?.line.text).toBe("-two");
    expect(findLine(hunks, "LEFT", 3)?.line.text).toBe(" three");
    expect(findLine(hunks, "LEFT", 10)?.line.text).toBe("-ten");
  });

  it("is not there outside of the hunks", () => {
    expect(findLine(hunks, "RIGHT", 4)).toBeNull();
    expect(findLine(hunks, "RIGHT", 10)).toBeNull();
    expect(findLine(hunks, "LEFT", 11)).toBeNull();
    expect(findLine(hunks, "LEFT", 0)).toBeNull();
  });

  it("is found by its position, later headers counted", () => {
    expect(findPosition(hunks, 3)?.line.text).toBe("+TWO");
    expect(findPosition(hunks, 6)?.line.text).toBe("-ten");
    for (const none of [0, 5, 7, 8, -1]) expect(findPosition(hunks, none)).toBeNull();
  });

  it("is shown under what precedes it in its hunk", () => {
    const place = findLine(hunks, "RIGHT", 2);
    if (place === null) throw new Error("no line");
    expect(hunkUpTo(place)).toBe("@@ -1,3 +1,3 @@ head\n one\n-two\n+TWO");
  });
});
