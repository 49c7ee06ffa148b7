import { expect, test } from "vitest";
import { makeCrowd } from "../../../../test/support/crowd.ts";
import { effectiveVoters, measureKinship } from "./kinship.ts";
import { readPoll } from "./poll.ts";
import type { Vote } from "./vote.ts";

test("nine judges that repeat each other to .4 are worth about two", () => {
  // 9 / (1 + 8 · 0.4)
  expect(effectiveVoters(9, 0.4)).toBeCloseTo(9 / 4.2, 12);
  expect(effectiveVoters(5, 1)).toBe(1);
  expect(effectiveVoters(5, 0)).toBe(5);
});

test("agreement is measured against that with strangers, by hand", () => {
  const said = (item: string, voter: string, label: string): Vote =>
    voter === "s" ? { item, voter, label } : { item, voter, label, provider: "p" };
  const poll = readPoll([
    ...[said("1", "v", "A"), said("1", "w", "A"), said("1", "s", "A")],
    ...[said("2", "v", "A"), said("2", "w", "A"), said("2", "s", "B")],
    ...[said("3", "v", "A"), said("3", "w", "B"), said("3", "s", "A")],
  ]);
  // Kin agree on 2 of 3 pairs; with s on 2 + 0 + 1 of 6. (2/3 − 1/2) / (1 − 1/2) = 1/3.
  // Three items weigh 3 of 13, and the doubt of ten says 1: (10 + 3 · 1/3) / 13.
  expect(measureKinship(poll)[0]).toBeCloseTo(11 / 13, 12);
});

test("clones are one; voters of one provider that err on their own are nearly independent", () => {
  const kinship = (how: "clone" | "honest"): number => {
    const folk = [
      { count: 4, how: "honest", accuracy: 0.8 },
      { count: 4, how, accuracy: 0.8, provider: "a" },
    ] as const;
    const { votes } = makeCrowd({ name: "", seed: 3, items: 500, shares: [0.5, 0.5], folk });
    return measureKinship(readPoll(votes))[0] ?? 0;
  };
  expect(kinship("clone")).toBeGreaterThan(0.85);
  expect(kinship("honest")).toBeLessThan(0.15);
});
