import { describe, expect, test } from "vitest";
import { findingOf, linesAt } from "../../../../test/support/finding.ts";
import type { Finding } from "../finding/model.ts";
import { touchingPairs } from "./touching-pairs.ts";

/** Reads `"a:1-3 b:4"` as a finding of agent a on lines 1 to 3 and one of b on line 4. */
function findings(text: string): readonly Finding[] {
  return text.split(" ").map((part) => {
    const [agent = "", lines = ""] = part.split(":");
    const [start = 1, end = start] = lines.split("-").map(Number);
    return findingOf({ agent, place: linesAt(start, end) });
  });
}

const pairs = (text: string): readonly string[] =>
  [...touchingPairs(findings(text))].map(([a, b]) => `${a}-${b}`);

describe("touching pairs", () => {
  test("overlap, or stand on neighbouring lines", () => {
    expect(pairs("a:1-5 b:3-4")).toEqual(["0-1"]);
    expect(pairs("a:1-2 b:3")).toEqual(["0-1"]);
    expect(pairs("a:1-2 b:4")).toEqual([]);
  });

  test("are of different agents", () => {
    expect(pairs("a:1 a:1 b:1")).toEqual(["0-2", "1-2"]);
  });

  test("see past a short finding to a long one that began earlier", () => {
    expect(pairs("a:1-100 a:2 b:50")).toEqual(["0-2"]);
  });

  test("on whole files, all touch", () => {
    const whole = ["a", "b", "c"].map((agent) =>
      findingOf({ agent, place: { kind: "file", path: "src/a.ts" } }),
    );
    expect([...touchingPairs(whole)]).toHaveLength(3);
  });

  test("of thousands on one line are bounded by agents, not by the square", () => {
    const agents = ["a", "b", "c", "d", "e"];
    const crowd = Array.from({ length: 5000 }, (_, at) =>
      findingOf({ agent: agents[at % agents.length] ?? "a", place: linesAt(1, 9) }),
    );
    const count = [...touchingPairs(crowd)].length;
    expect(count).toBeLessThanOrEqual(16 * (agents.length - 1) * crowd.length);
    expect(count).toBeGreaterThan(crowd.length);
  });
});
