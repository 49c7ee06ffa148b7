import { describe, expect, test } from "vitest";
import { meaningOf } from "./meaning.ts";
import scenes from "./scenes.json" with { type: "json" };
import { similarityOf } from "./similarity.ts";

/** What an agent says: rule and message. */
type Said = readonly [string, string];

interface Pair {
  readonly similarity: number;
  readonly isSame: boolean;
}

const similarity = ([rule, message]: Said, [otherRule, otherMessage]: Said): number =>
  similarityOf(meaningOf({ rule, message }), meaningOf({ rule: otherRule, message: otherMessage }));

const agentOf = ([rule]: Said): string => rule.split("/")[0] ?? "";

/** Every pair of remarks of different agents on the place of a scene. */
function pairsOf(kind: "tuning" | "held-out"): readonly Pair[] {
  return scenes
    .filter((scene) => scene.kind === kind)
    .flatMap(({ faults }) => {
      const said = faults.flatMap((remarks, fault) =>
        remarks.map(([rule = "", message = ""]) => ({ fault, words: [rule, message] as Said })),
      );
      return said.flatMap((a, index) =>
        said
          .slice(index + 1)
          .filter((b) => agentOf(a.words) !== agentOf(b.words))
          .map((b) => ({ similarity: similarity(a.words, b.words), isSame: a.fault === b.fault })),
      );
    });
}

const share = (pairs: readonly Pair[], threshold: number): number =>
  pairs.filter((pair) => pair.similarity >= threshold).length / pairs.length;

describe("similarity", () => {
  // The threshold for remarks on one place; see affinity.ts.
  const threshold = 0.26;

  test.each([
    ["tuning", 0.98, 0.005],
    ["held-out", 0.6, 0],
  ] as const)("tells same from different faults on the %s scenes", (kind, found, confused) => {
    const pairs = pairsOf(kind);
    const same = pairs.filter(({ isSame }) => isSame);
    const different = pairs.filter(({ isSame }) => !isSame);
    expect(same.length).toBeGreaterThan(25);
    expect(different.length).toBeGreaterThan(30);
    expect(share(same, threshold)).toBeGreaterThanOrEqual(found);
    expect(share(different, threshold)).toBeLessThanOrEqual(confused);
  });

  test("is 1 for the same words and 0 for none in common", () => {
    const remark: Said = ["eslint/no-empty", "Empty block statement."];
    expect(similarity(remark, remark)).toBe(1);
    expect(similarity(remark, ["reviewer/radix", "`parseInt` lacks its base."])).toBe(0);
    expect(similarity(["a/b", "…"], ["a/b", "…"])).toBe(0);
  });

  test("keeps the same sentence about two names apart", () => {
    const first: Said = ["eslint/no-unused-vars", "'first' is defined but never used."];
    const second: Said = ["oxlint/no-unused-vars", "'second' is defined but never used."];
    expect(similarity(first, second)).toBeLessThan(threshold);
  });

  test("reads a hostile message in bounded time", () => {
    const hostile = ["`'\"".repeat(50_000), "((((".repeat(50_000), `sql ${"a ".repeat(100_000)}`];
    const began = process.cpuUsage().user;
    for (const message of hostile) meaningOf({ rule: "a/b", message });
    expect((process.cpuUsage().user - began) / 1000).toBeLessThan(2000);
  });
});
