import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ballot, YesOrNo } from "./ballot.ts";
import type { ConsensusRule } from "./consensus-rule.ts";
import { decide, decideAll } from "./decide.ts";

/** Reads `"a:yes b:no:3"` as voters a and b, each its own provider, b with weight 3. */
function ballots(text: string): readonly Ballot[] {
  return text.split(" ").map((part) => {
    const [voter = "", vote = "", weight = "1", provider = voter] = part.split(":");
    return { voter, provider, weight: Number(weight), vote: vote as YesOrNo };
  });
}

const majority: ConsensusRule = { rule: "majority" };
const quorum = (count: number): ConsensusRule => ({ rule: "quorum", quorum: count });
const unanimous: ConsensusRule = { rule: "unanimous" };
const weighted = (threshold: number): ConsensusRule => ({ rule: "weighted", threshold });

const table: readonly (readonly [string, ConsensusRule, string])[] = [
  ["a:yes b:yes c:no", majority, "met"],
  ["a:yes b:no", majority, "not-met"],
  ["a:yes b:missing c:missing", majority, "met"],
  ["a:no b:missing", majority, "not-met"],
  ["a:missing b:missing", majority, "short-of-voters"],
  ["a:yes b:yes c:no d:no e:no", quorum(2), "met"],
  ["a:yes b:no c:no", quorum(2), "not-met"],
  ["a:yes", quorum(1), "met"],
  ["a:yes", quorum(2), "short-of-voters"],
  ["a:yes b:missing", quorum(2), "short-of-voters"],
  ["a:yes b:yes", quorum(3), "short-of-voters"],
  ["a:yes b:yes c:missing", unanimous, "met"],
  ["a:yes b:yes c:no", unanimous, "not-met"],
  ["a:no b:no", unanimous, "not-met"],
  ["a:missing", unanimous, "short-of-voters"],
  ["a:yes:3 b:no:1", weighted(0.75), "met"],
  ["a:yes:3 b:no:1", weighted(0.76), "not-met"],
  ["a:yes:3 b:no:1 c:missing:100", weighted(0.75), "met"],
  ["a:yes:0.7 b:yes:0.1 c:no:0.2", weighted(0.8), "met"],
  ["a:yes:1e308 b:yes:1e308 c:no:1e308", weighted(0.6), "met"],
  ["a:no:5", weighted(0.01), "not-met"],
];

describe("decide", () => {
  test.each(table)("%s under %j: %s", (text, rule, ruling) => {
    const decision = decide(ballots(text), rule);
    expect(decision.ruling).toBe(ruling);
    expect(decision.accepted).toBe(ruling === "met");
  });

  test("names who said what, and who dissents from the decision", () => {
    const votes = "z:yes a:yes m:no k:missing";
    expect(decide(ballots(votes), majority)).toMatchObject({
      yes: ["a", "z"],
      no: ["m"],
      missing: ["k"],
      dissent: ["m"],
    });
    expect(decide(ballots(votes), unanimous).dissent).toEqual(["a", "z"]);
  });

  test("gives several voters of one provider one vote, a yes if any says yes", () => {
    const clones = ballots("p1:yes:1:gpt p2:no:4:gpt p3:missing:9:gpt q:no:1:claude r:no:1:eslint");
    const decision = decide(clones, majority);
    expect(decision.accepted).toBe(false);
    expect(decision.providers).toEqual([
      { provider: "claude", vote: "no", weight: 1 },
      { provider: "eslint", vote: "no", weight: 1 },
      { provider: "gpt", vote: "yes", weight: 4 },
    ]);
  });

  test("does not let clones fill a quorum", () => {
    const clones = ballots("p1:yes:1:gpt p2:yes:1:gpt p3:yes:1:gpt q:no:1:claude");
    expect(decide(clones, quorum(2)).ruling).toBe("not-met");
    expect(decide(clones.slice(0, 3), quorum(2)).ruling).toBe("short-of-voters");
  });

  test("has no opinion without ballots", () => {
    expect(decide([], majority)).toMatchObject({ accepted: false, ruling: "short-of-voters" });
  });

  test.each([
    ["a:yes a:no", "consensus/duplicate-voter"],
    ["a:yes:0", "consensus/invalid-weight"],
    ["a:yes:-1", "consensus/invalid-weight"],
    ["a:missing:NaN", "consensus/invalid-weight"],
    ["a:yes:Infinity", "consensus/invalid-weight"],
  ])("refuses %s as %s", (text, code) => {
    expect(() => decide(ballots(text), majority)).toThrow(expect.objectContaining({ code }));
  });

  test("refuses an invalid rule", () => {
    expect(() => decide(ballots("a:yes"), quorum(0))).toThrow(
      expect.objectContaining({ code: "consensus/invalid-quorum" }),
    );
  });
});

describe("what is known of voters", () => {
  const known = new Map([
    ["noisy", { right: 0, wrong: 12 }],
    ["sharp", { right: 12, wrong: 0 }],
  ]);
  const split = ballots("noisy:yes sharp:no");

  test("weighs votes under the rules that weigh", () => {
    expect(decide(split, weighted(0.5)).accepted).toBe(true);
    expect(decide(split, weighted(0.5), known).accepted).toBe(false);
    expect(decide(ballots("noisy:no sharp:yes"), weighted(0.9), known).accepted).toBe(true);
  });

  test("is where Dawid-Skene begins, and weighs where there are too few items for it", () => {
    const rule: ConsensusRule = { rule: "dawid-skene" };
    const accepted = (items: readonly (readonly Ballot[])[], of?: typeof known) =>
      decideAll(items, rule, of).decisions.filter((one) => one.accepted).length;
    const few = [ballots("noisy:yes sharp:no"), ballots("noisy:no sharp:yes")];
    expect(decideAll(few, rule, known).decisions.map((one) => one.accepted)).toEqual([false, true]);
    expect(accepted(few)).toBe(0);
    const many = Array.from({ length: 60 }, (_, at) =>
      ballots(at % 2 === 0 ? "a:yes b:no c:yes noisy:yes" : "a:no b:yes c:no noisy:yes"),
    );
    const decided = decideAll(many, rule, known);
    expect(decided.note).toBeNull();
    const trusted = new Map([
      ["a", { right: 0, wrong: 99 }],
      ["b", { right: 99, wrong: 0 }],
      ["c", { right: 0, wrong: 99 }],
    ]);
    const turned = decideAll(many, rule, trusted);
    const labels = ({ decisions }: typeof turned) => decisions.map((one) => one.accepted);
    expect(labels(turned)).not.toEqual(labels(decideAll(many, rule)));
  });

  test("of several that speak for one provider it is the mean", () => {
    const kin = (noisy: YesOrNo, sharp: YesOrNo): readonly Ballot[] => [
      { voter: "noisy", provider: "one", weight: 1, vote: noisy },
      { voter: "sharp", provider: "one", weight: 1, vote: sharp },
      { voter: "third", provider: "third", weight: 0.9, vote: "no" },
    ];
    const rule: ConsensusRule = { rule: "dawid-skene" };
    const items = [kin("yes", "missing"), kin("missing", "yes")];
    const isAccepted = (of?: typeof known) => decideAll(items, rule, of).decisions[0]?.accepted;
    expect([isAccepted(), isAccepted(known)]).toEqual([true, false]);
  });

  test("changes nothing under the rules that count, not even a byte", () => {
    const four = ballots("noisy:yes sharp:no c:no d:no");
    const rules = [majority, unanimous, quorum(1), { rule: "byzantine", faulty: 1 } as const];
    for (const rule of rules) expect(decide(four, rule, known)).toEqual(decide(four, rule));
  });
});

const anyRule = fc.oneof(
  fc.constant(majority),
  fc.constant(unanimous),
  fc.integer({ min: 1, max: 5 }).map(quorum),
  fc.double({ min: 0.01, max: 1, noNaN: true }).map(weighted),
);

const anyBallots = fc
  .array(
    fc.record({
      provider: fc.constantFrom("p", "q", "r", "s"),
      weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
      vote: fc.constantFrom<YesOrNo>("yes", "no", "missing"),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((ballot, index): Ballot => ({ voter: `v${index}`, ...ballot })));

describe("for any ballots", () => {
  test("their order does not matter", () => {
    const shuffled = anyBallots.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, anyRule, ([list, other], rule) => {
        expect(JSON.stringify(decide(other, rule))).toBe(JSON.stringify(decide(list, rule)));
      }),
    );
  });

  test("a missing voter changes nothing but the list of the missing", () => {
    fc.assert(
      fc.property(anyBallots, anyRule, (list, rule) => {
        const absent: Ballot = { voter: "absent", provider: "p", weight: 99, vote: "missing" };
        const { ruling, yes, no } = decide(list, rule);
        expect(decide([...list, absent], rule)).toMatchObject({ ruling, yes, no });
      }),
    );
  });

  test("one more yes never turns an acceptance down", () => {
    fc.assert(
      fc.property(anyBallots, anyRule, (list, rule) => {
        fc.pre(decide(list, rule).accepted);
        const more: Ballot = { voter: "more", provider: "new", weight: 1, vote: "yes" };
        expect(decide([...list, more], rule).accepted).toBe(true);
      }),
    );
  });
});
