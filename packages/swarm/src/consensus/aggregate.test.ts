import { describe, expect, test } from "vitest";
import { aggregate } from "./aggregate.ts";
import { readConsensusRule } from "./rule-text.ts";
import type { Verdict } from "./verdict.ts";
import type { Vote } from "./vote.ts";

/**
 * Reads `"a:A b:B:3 c:-"` as voters a, b (of weight 3) and c (absent). `a@p` is of provider p, and `A>B`
 * ranks.
 */
function votesOn(text: string, item = "item"): readonly Vote[] {
  return text.split(" ").map((part): Vote => {
    const [who = "", said = "", weight] = part.split(":");
    const [voter = "", provider] = who.split("@");
    const ranking = said.split(">");
    return {
      item,
      voter,
      label: said === "-" ? null : (ranking[0] ?? null),
      ...(provider === undefined ? {} : { provider }),
      ...(ranking.length > 1 ? { ranking } : {}),
      ...(weight === undefined ? {} : { weight: Number(weight) }),
    };
  });
}

function verdict(text: string, rule: string): Verdict {
  const [only] = aggregate(votesOn(text), readConsensusRule(rule)).verdicts;
  if (only === undefined) throw new Error("no verdict");
  return only;
}

describe("which label is decided", () => {
  test.each([
    ["majority", "a:A b:A c:B", "A"],
    ["majority", "a:A b:B", null],
    // More than any other is enough: 2 of 4.
    ["majority", "a:A b:A c:B d:C", "A"],
    // Three prompts of one provider are one vote against two.
    ["majority", "a@p:A b@p:A c@p:A d:B e:B", "B"],
    // Within p, A has two of three; the provider says A.
    ["majority", "a@p:A b@p:A c@p:B d:A e:B", "A"],
    // p is divided and says nothing: B has the only vote.
    ["majority", "a@p:A b@p:C d:B", "B"],
    ["majority", "a:-", null],
    ["quorum:2", "a:A b:A c:B", "A"],
    ["quorum:2", "a:A b:A c:B d:B", null],
    ["quorum:2", "a:A b:A c:B d:B e:B", "B"],
    ["quorum:3", "a:A b:A c:B", null],
    ["unanimous", "a:A b:A c:-", "A"],
    ["unanimous", "a:A b:A c:B", null],
    // 3 of 4 is .75.
    ["weighted:0.75", "a:A:3 b:B", "A"],
    ["weighted:0.76", "a:A:3 b:B", null],
    // 0.7 + 0.1 of 1 is 0.8, though not in binary.
    ["weighted:0.8", "a:A:0.7 b:A:0.1 c:B:0.2", "A"],
    // Nothing is known of how alike p's voters are, so that they share one weight: 1 against 1.
    ["weighted", "a@p:A b@p:A c:B", null],
    // Points of 2, 1, 0: A has 3·2 + 2·0 = 6, B has 3·1 + 2·2 = 7, C has 2·1 = 2.
    ["borda", "a:A>B>C b:A>B>C c:A>B>C d:B>C>A e:B>C>A", "B"],
    ["majority", "a:A>B>C b:A>B>C c:A>B>C d:B>C>A e:B>C>A", "A"],
    // Who names one of three labels gives it 2 points, and half of the 1 that is left to each other:
    // A has 2 + 0.5 + 1 = 3.5, B 0.5 + 2 + 0 = 2.5, C 0.5 + 0.5 + 2 = 3.
    ["borda", "a:A b:B c:C>A>B", "A"],
    ["approval", "a:A>B b:B>C c:C>B d:A", "B"],
    ["approval", "a:A>B b:B>A", null],
    ["byzantine:1", "a:A b:A c:A d:B", "A"],
    // Who is silent was asked, and may be the one that is faulty.
    ["byzantine:1", "a:A b:A c:A d:-", "A"],
    ["byzantine:1", "a:A b:A c:B d:B", null],
    ["byzantine:1", "a:A b:A c:A d:B e:B f:B g:A", null],
    ["byzantine:2", "a:A b:A c:A d:A e:A f:B g:B", "A"],
  ])("%s of %s is %s", (rule, votes, label) => {
    const made = verdict(votes, rule);
    expect(made.label).toBe(label);
    expect("reason" in made).toBe(label === null);
  });

  test("a tie names those that are level", () => {
    expect(verdict("a:B b:A", "majority").reason).toBe(
      '"A", "B" are level; a label needs more providers than any other label',
    );
  });

  test.each([
    ["quorum:2", "a@p:A b@p:A", '"A" leads among 1 provider; a label needs 2 providers'],
    ["weighted:0.6", "a:A b:A c:B d:C", '"A" leads among 4 votes; a label needs 0.6 of the weight'],
  ])("%s of %s says who was counted", (rule, votes, reason) => {
    expect(verdict(votes, rule).reason).toBe(reason);
  });

  test("byzantine counts providers, and says how many there are", () => {
    const refused = expect.objectContaining({
      code: "consensus/too-few-providers",
      message: '3 providers were asked about "item"; that 1 may be wrong takes 4',
    });
    expect(() => verdict("a:A b:A c:A", "byzantine:1")).toThrow(refused);
    expect(() => verdict("a@p:A b@p:A c:A d:A", "byzantine:1")).toThrow(refused);
  });
});

describe("what a verdict carries", () => {
  test("votes, dissent and absences, by name", () => {
    const made = verdict("z:A b:B a@p:A k:-", "majority");
    expect(made.votes).toEqual([
      { item: "item", voter: "a", provider: "p", label: "A" },
      { item: "item", voter: "b", provider: "b", label: "B" },
      { item: "item", voter: "z", provider: "z", label: "A" },
    ]);
    expect(made).toMatchObject({ dissent: ["b"], absences: ["k"] });
  });

  test("who approves of the label does not dissent", () => {
    expect(verdict("a:A>B b:B c:B d:C", "approval").dissent).toEqual(["d"]);
  });

  test("a posterior: a vote of somebody unknown makes a label 7/3 times as likely", () => {
    // Two against one leave one vote: 7/3 against 1, which is 0.7 against 0.3.
    expect(verdict("a:A b:A c:B", "majority").posterior).toEqual([
      { label: "A", probability: 0.7 },
      { label: "B", probability: 0.3 },
    ]);
    // Of three labels it is .7 against .15 each: 14/3. One vote each for A, B, C: all alike.
    expect(verdict("a:A b:B c:C", "majority").posterior[0]?.probability).toBeCloseTo(1 / 3, 9);
    // (14/3)² against 14/3 against 1: 196/9 of 196/9 + 42/9 + 9/9 = 196/247.
    const [first] = aggregate([...votesOn("a:A b:A c:B"), ...votesOn("a:C", "other")], {
      rule: "majority",
    }).verdicts;
    expect(first?.posterior[0]?.probability).toBeCloseTo(196 / 247, 9);
  });

  test("how far voters can be trusted, from 7 right of 10 on", () => {
    // a and b are right with .7, c with .3: (7 + .7) / 11 = .7 and (7 + .3) / 11.
    const { voters } = aggregate(votesOn("a:A b:A c:B"), { rule: "majority" });
    expect(voters.map(({ voter, votes, reliability }) => [voter, votes, reliability])).toEqual([
      ["a", 1, 0.7],
      ["b", 1, 0.7],
      ["c", 1, 0.663636364],
    ]);
  });

  test("nothing from no votes", () => {
    expect(aggregate([], { rule: "majority" })).toEqual({
      rule: "majority",
      applied: "majority",
      note: null,
      verdicts: [],
      voters: [],
    });
  });
});

describe("what is known of voters", () => {
  const known = new Map([
    ["good", { right: 40, wrong: 0 }],
    ["bad", { right: 0, wrong: 40 }],
  ]);

  test("weighs their votes", () => {
    // good: 47 of 50 are right, ln(47/3) is 3.25 times ln(7/3). bad: hardly anything, never against.
    const votes = votesOn("good:A bad:B x:B");
    const decide = (rule: string) => aggregate(votes, readConsensusRule(rule), known).verdicts[0];
    expect(decide("weighted:0.6")?.label).toBe("A");
    expect(decide("dawid-skene")?.label).toBe("A");
    expect(decide("majority")?.label).toBe("B");
  });

  test("has to be counts", () => {
    const bad = new Map([["x", { right: Number.NaN, wrong: 1 }]]);
    expect(() => aggregate(votesOn("x:A"), { rule: "majority" }, bad)).toThrow(
      expect.objectContaining({ code: "consensus/invalid-reliability", place: "x" }),
    );
  });
});

describe("what is refused", () => {
  test.each([
    ["a:A a:B", "consensus/duplicate-voter", '"a" votes twice on "item"'],
    ["a:A:0", "consensus/invalid-weight", 'the weight of the vote of "a" on "item" is 0'],
    ["a:A:Infinity", "consensus/invalid-weight", "is Infinity"],
    [":A", "consensus/invalid-vote", "the voter of"],
    ["a:", "consensus/invalid-vote", "the label of"],
    ["a:A>A", "consensus/invalid-vote", "names a label twice"],
    ["a@p:A a@q:A", "consensus/two-providers", '"a" is of "p" and of "q"'],
  ])("%s as %s", (text, code, message) => {
    expect(() => aggregate(votesOn(text), { rule: "majority" })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  test("more labels than voters can have in common", () => {
    const votes = Array.from({ length: 1001 }, (_, at) => votesOn(`a:L${at}`, `i${at}`)).flat();
    expect(() => aggregate(votes, { rule: "majority" })).toThrow(
      expect.objectContaining({ code: "consensus/too-many-labels" }),
    );
  });

  test("no name, however hostile", () => {
    const hostile = ["__proto__", "constructor", "toString", "\u0000", "a\nb"];
    for (const rule of ["majority", "borda", "dawid-skene"]) {
      const votes = hostile.flatMap((item) =>
        hostile.map((voter): Vote => ({ item, voter, provider: voter, label: item })),
      );
      const { verdicts, voters } = aggregate(votes, readConsensusRule(rule));
      expect(verdicts.map(({ label }) => label)).toEqual([...hostile].sort());
      expect(voters).toHaveLength(5);
    }
  });
});
