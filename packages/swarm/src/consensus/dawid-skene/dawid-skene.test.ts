import { readFileSync } from "node:fs";
import { digest } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import { type Crowd, makeCrowd } from "../../../../../test/support/crowd.ts";
import { crowdShapes } from "../../../../../test/support/crowd-shapes.ts";
import { aggregate } from "../aggregate.ts";
import { readPoll } from "../poll.ts";
import type { Aggregation } from "../verdict.ts";
import { countVotes } from "./count.ts";
import { crowdOf } from "./crowd.ts";
import { expectLabels } from "./expect.ts";
import { logGamma } from "./log-gamma.ts";
import { maximise, reliabilityOf } from "./maximise.ts";

/** What crowd-kit made of the same crowds; `scripts/consensus-oracle.ts` writes it. */
interface Recorded {
  readonly name: string;
  readonly majority: number;
  readonly dawidSkene: number;
  readonly oneCoin: number;
  readonly votes: string;
}

const fixture = new URL("../../../../../test/fixtures/consensus/crowd-kit.json", import.meta.url);
const recorded: readonly Recorded[] = JSON.parse(readFileSync(fixture, "utf8")).crowds;

function accuracy({ verdicts }: Aggregation, { truth }: Crowd): number {
  return verdicts.filter(({ item, label }) => truth.get(item) === label).length / truth.size;
}

describe("beside crowd-kit, on crowds whose truth is known", () => {
  const compared = crowdShapes.map((shape, at) => {
    const crowd = makeCrowd(shape);
    const made = aggregate(crowd.votes, { rule: "dawid-skene" });
    return { shape, crowd, made, ours: accuracy(made, crowd), theirs: recorded[at] };
  });

  test("the crowds are those that crowd-kit was asked about", () => {
    for (const { shape, crowd, theirs } of compared) {
      const rows = crowd.votes.map(({ item, voter, label }) => [item, voter, label]);
      expect(theirs).toMatchObject({ name: shape.name, votes: digest(JSON.stringify(rows), 16) });
    }
    expect(compared).toHaveLength(recorded.length);
  });

  test("ours is right more often, over all crowds and over those without clones", () => {
    const mean = (list: readonly number[]): number =>
      list.reduce((sum, value) => sum + value, 0) / list.length;
    const fair = compared.filter(({ shape }) => !shape.name.includes("clone"));
    for (const some of [compared, fair]) {
      const ours = mean(some.map((one) => one.ours));
      expect(ours).toBeGreaterThan(mean(some.map(({ theirs }) => theirs?.dawidSkene ?? 1)));
      expect(ours).toBeGreaterThan(mean(some.map(({ theirs }) => theirs?.oneCoin ?? 1)));
      expect(ours).toBeGreaterThan(mean(some.map(({ theirs }) => theirs?.majority ?? 1)));
    }
  });

  test.each(compared.map((one) => [one.shape.name, one] as const))(
    "%s: at most by chance worse",
    (_, { crowd, made, ours, theirs }) => {
      expect(made).toMatchObject({ applied: "dawid-skene", note: null });
      // Three items, or one in a hundred: which way they fall says nothing about a method.
      const slack = Math.max(3 / crowd.truth.size, 0.01);
      expect(ours).toBeGreaterThanOrEqual((theirs?.dawidSkene ?? 1) - slack - 1e-9);
    },
  );

  test("counting votes gives what counting votes gives, but for ties", () => {
    for (const { shape, crowd, theirs } of compared) {
      if (shape.name.includes("clone")) continue;
      const { verdicts } = aggregate(crowd.votes, { rule: "majority" });
      const ties = verdicts.filter(({ label }) => label === null).length / crowd.truth.size;
      const ours = accuracy({ rule: "", applied: "", note: null, verdicts, voters: [] }, crowd);
      expect(theirs?.majority).toBeGreaterThanOrEqual(ours - 1e-6);
      expect(theirs?.majority).toBeLessThanOrEqual(ours + ties + 1e-6);
    }
  });
});

describe("one round, by hand", () => {
  const poll = readPoll([
    { item: "1", voter: "a", label: "A" },
    { item: "1", voter: "b", label: "A" },
    { item: "1", voter: "c", label: "B" },
  ]);
  const crowd = crowdOf(poll, [0, 0, 0], new Map());

  test("expecting: .9 · .8 · .4 for A against .1 · .2 · .6 for B is .96", () => {
    // By pair (voter and what it says), then true label.
    const logs = Float64Array.from([0.9, 0.1, 0.8, 0.2, 0.4, 0.6], Math.log);
    const shares = Float64Array.of(0.5, 0.5);
    const [a, b] = expectLabels(crowd, { shares, logs, reliability: new Float64Array(3) });
    expect(a).toBeCloseTo(0.96, 12);
    expect(b).toBeCloseTo(0.04, 12);
  });

  test("maximising: counts beside what was believed before", () => {
    const counts = countVotes(crowd, Float64Array.of(0.75, 0.25));
    // 7 of 10 before, and .75 right of one vote: 7.75 / 11; c: 7.25 / 11.
    const reliability = reliabilityOf(crowd, counts);
    expect([...reliability].map((value) => value * 11)).toEqual([
      expect.closeTo(7.75, 9),
      expect.closeTo(7.75, 9),
      expect.closeTo(7.25, 9),
    ]);
    // Of 4 pseudo-votes and the .75 on which A is true, a says A in 4 · 7.75/11 and .75.
    const model = maximise(crowd, counts, reliability, 4);
    expect(Math.exp(model.logs[0] ?? 0)).toBeCloseTo((0.75 + (4 * 7.75) / 11) / 4.75, 12);
    // 3 pseudo-items a label, and one item: 3.75 of 7.
    expect(model.shares[0]).toBeCloseTo(3.75 / 7, 12);
  });

  test("ln Γ(5) is ln 24, ln Γ(1/2) is ln √π", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 9);
    expect(logGamma(100)).toBeCloseTo(359.1342053695754, 9);
  });
});

describe("where there is too little to learn from", () => {
  const shape = { name: "", seed: 5, shares: [0.5, 0.5] };

  test.each([
    [49, 5, "Dawid-Skene was not applied: it needs 50 items and has 49."],
    [
      200,
      2,
      "Dawid-Skene was not applied: it needs 3 independent votes an item and has 2.00 on average.",
    ],
  ])("%i items of %i voters fall back to weighted majority, and say so", (items, count, note) => {
    const { votes } = makeCrowd({
      ...shape,
      items,
      folk: [{ count, how: "honest", accuracy: 0.8 }],
    });
    const made = aggregate(votes, { rule: "dawid-skene" });
    expect(made).toMatchObject({ rule: "dawid-skene", applied: "weighted-majority", note });
    const labels = aggregate(votes, { rule: "majority" }).verdicts.map(({ label }) => label);
    expect(made.verdicts.map(({ label }) => label)).toEqual(labels);
  });

  test("clones are not three opinions", () => {
    const folk = [{ count: 3, how: "clone", accuracy: 0.7, provider: "one" }] as const;
    const { votes } = makeCrowd({ ...shape, items: 80, folk });
    expect(aggregate(votes, { rule: "dawid-skene" }).note).toContain("has 1.00 on average");
  });
});

test("labels keep their meaning among adversaries, and whoever lies is found", () => {
  const crowd = makeCrowd({
    name: "",
    seed: 9,
    items: 300,
    shares: [0.5, 0.5],
    folk: [
      { count: 5, how: "honest", accuracy: 0.85 },
      { count: 3, how: "honest", accuracy: 0.1 },
    ],
  });
  const made = aggregate(crowd.votes, { rule: "dawid-skene" });
  expect(accuracy(made, crowd)).toBeGreaterThan(0.97);
  const liars = made.voters.filter(({ reliability }) => reliability < 0.25);
  expect(liars.map(({ voter }) => voter)).toEqual(["v1-0", "v1-1", "v1-2"]);
});
