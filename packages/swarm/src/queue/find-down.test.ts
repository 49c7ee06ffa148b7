import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDown, type ProviderWord } from "./find-down.ts";

const said = (worker: number, overrides: Partial<ProviderWord> = {}): ProviderWord => ({
  ...{ worker, provider: "house", asked: 3, failed: 3, breaker: "open", reason: "503" },
  failedAt: 1_000_000,
  ...overrides,
});
const fine = (worker: number, answeredAt: number): ProviderWord => ({
  ...{ worker, provider: "house", asked: 9, failed: 0, breaker: "closed", reason: null },
  answeredAt,
});
const names = (words: readonly ProviderWord[], self = 0): readonly string[] =>
  findDown(words, self).map(({ provider }) => provider);

describe("a provider is down", () => {
  test("when two workers gave it up", () => {
    expect(names([said(0), said(1)])).toEqual(["house"]);
    expect(names([said(0), said(1), fine(2, 999_999)])).toEqual(["house"]);
  });

  test("when the only worker that asked it gave it up", () => {
    const idle = { asked: 0, failed: 0, breaker: "closed", failedAt: 0 } as const;
    expect(names([said(0), said(1, idle), said(2, idle)])).toEqual(["house"]);
  });
});

describe("a provider is not down", () => {
  test.each<[string, readonly ProviderWord[]]>([
    ["of which nobody says anything", []],
    ["that one worker of several gave up", [said(0), fine(1, 1)]],
    ["that answered somebody since", [said(0), said(1), fine(2, 1_000_001)]],
    [
      "that one worker had an answer from since it gave it up",
      [said(0, { answeredAt: 1_000_001 })],
    ],
    ["that is left alone only because others leave it alone", [said(0, { asked: 0, failed: 0 })]],
    ["that fails now and then", [said(0, { breaker: "closed" }), said(1, { breaker: "closed" })]],
  ])("%s", (_title, words) => {
    expect(names(words)).toEqual([]);
  });
});

describe("one that is down is tried again", () => {
  test("by one worker after the other, a minute apart", () => {
    const words = [said(4), said(2), said(7)];
    const at = (self: number) => (findDown(words, self)[0]?.until ?? 0) - 1_000_000;
    expect([2, 4, 7, 9].map(at)).toEqual([60_000, 120_000, 180_000, 240_000]);
  });

  test("a minute after the try that failed", () => {
    const [down] = findDown([said(0, { failedAt: 1_070_000 }), said(1)], 0);
    expect(down?.until).toBe(1_130_000);
  });
});

const words = fc.array(
  fc.record({
    worker: fc.nat(6),
    provider: fc.constantFrom("a", "b", "__proto__"),
    asked: fc.nat(3),
    failed: fc.nat(3),
    breaker: fc.constantFrom("open" as const, "closed" as const),
    reason: fc.constant(null),
    answeredAt: fc.nat(50),
    failedAt: fc.nat(50),
  }),
);

test("the order in which workers are heard does not matter, and who answers last is believed", () => {
  fc.assert(
    fc.property(words, fc.nat(6), (heard, self) => {
      const down = findDown(heard, self);
      expect(findDown(heard.toReversed(), self)).toEqual(down);
      for (const { provider, until } of down) {
        const of = heard.filter((one) => one.provider === provider && one.asked > 0);
        const answered = Math.max(...of.map(({ answeredAt }) => answeredAt));
        const failed = of.filter(({ breaker }) => breaker === "open").map((one) => one.failedAt);
        expect(Math.max(...failed)).toBeGreaterThan(answered);
        expect(until).toBeGreaterThan(Math.max(...failed));
        const answer = { ...said(0), provider, answeredAt: 51, breaker: "closed" as const };
        expect(names([...heard, answer], self)).not.toContain(provider);
      }
    }),
  );
});

test("workers never try one that is down at the same time", () => {
  fc.assert(
    fc.property(words, (heard) => {
      const workers = [...new Set(heard.map(({ worker }) => worker))];
      for (const provider of ["a", "b", "__proto__"]) {
        const of = heard.filter((one) => one.provider === provider);
        const each = [...new Set(of.map(({ worker }) => worker))].filter((w) =>
          workers.includes(w),
        );
        const times = each.flatMap((self) => findDown(of, self).map(({ until }) => until));
        expect(new Set(times).size).toBe(times.length);
      }
    }),
  );
});
