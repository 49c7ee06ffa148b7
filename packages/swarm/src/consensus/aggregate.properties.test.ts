import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregate } from "./aggregate.ts";
import type { ConsensusRule } from "./consensus-rule.ts";
import type { Vote } from "./vote.ts";

const counting: readonly ConsensusRule[] = [
  { rule: "majority" },
  { rule: "quorum", quorum: 2 },
  { rule: "unanimous" },
  { rule: "weighted", threshold: 0.6 },
  { rule: "borda" },
  { rule: "approval" },
];
const anyRule = fc.constantFrom(...counting, { rule: "dawid-skene" } as const);
const labels = ["A", "B", "C"];

/** Votes on few items or on enough of them for Dawid-Skene, each voter at most once an item. */
const anyVotes: fc.Arbitrary<readonly Vote[]> = fc
  .tuple(fc.constantFrom(3, 55), fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat(1000)))
  .map(([items, voters, stream]) => {
    const next = (): number => stream.next().value ?? 0;
    return Array.from({ length: items * voters }, (_, at): Vote => {
      const voter = `v${at % voters}`;
      const label = labels[next() % 3] ?? "A";
      const other = labels[next() % 3] ?? "A";
      return {
        item: `i${Math.floor(at / voters)}`,
        voter,
        provider: voter < "v3" ? "one" : voter,
        label: next() % 8 === 0 ? null : label,
        ...(other === label || next() % 2 === 0 ? {} : { ranking: [label, other] }),
        weight: 1 + (next() % 3),
      };
    });
  });

/** By a key drawn for each, so that fast-check can shrink it. */
function shuffle<Item>(items: readonly Item[], keys: readonly number[]): readonly Item[] {
  return items
    .map((item, at) => ({ item, key: ((keys[at % keys.length] ?? 0) * (at + 7919)) % 104729 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const anyKeys = fc.array(fc.nat(104729), { minLength: 5, maxLength: 20 });

describe("for any votes", () => {
  test("their order does not matter, to the byte", () => {
    fc.assert(
      fc.property(anyVotes, anyRule, anyKeys, (votes, rule, keys) => {
        const made = JSON.stringify(aggregate(votes, rule));
        expect(JSON.stringify(aggregate(shuffle(votes, keys), rule))).toBe(made);
      }),
    );
  });

  test("posteriors sum to one, and dissent is what others said", () => {
    fc.assert(
      fc.property(anyVotes, anyRule, (votes, rule) => {
        for (const { label, posterior, votes: cast, dissent, absences } of aggregate(votes, rule)
          .verdicts) {
          const sum = posterior.reduce((all, { probability }) => all + probability, 0);
          expect(sum).toBeCloseTo(cast.length === 0 ? 0 : 1, 6);
          const others = cast.filter((vote) => vote.label !== label).map(({ voter }) => voter);
          expect(label === null || rule.rule === "approval" ? [] : others).toEqual(
            rule.rule === "approval" ? [] : dissent,
          );
          expect(new Set([...cast.map(({ voter }) => voter), ...absences]).size).toBe(
            cast.length + absences.length,
          );
        }
      }),
    );
  });

  test("other names for the labels give the same verdicts by other names", () => {
    const renamed = new Map([
      ["A", "y"],
      ["B", "z"],
      ["C", "x"],
    ]);
    const rename = (label: string): string => renamed.get(label) ?? label;
    fc.assert(
      fc.property(anyVotes, fc.constantFrom(...counting), (votes, rule) => {
        const others = votes.map(
          (vote): Vote => ({
            ...vote,
            label: vote.label === null ? null : rename(vote.label),
            ...(vote.ranking === undefined ? {} : { ranking: vote.ranking.map(rename) }),
          }),
        );
        const labelsOf = (some: readonly Vote[]) =>
          aggregate(some, rule).verdicts.map(({ label }) => label);
        const expected = labelsOf(votes).map((label) => (label === null ? null : rename(label)));
        expect(labelsOf(others)).toEqual(expected);
      }),
    );
  });

  test("an absent voter changes nothing but the absences", () => {
    fc.assert(
      fc.property(anyVotes, anyRule, (votes, rule) => {
        const absent = votes
          .slice(0, 1)
          .map((vote): Vote => ({ ...vote, voter: "w", label: null }));
        const strip = (some: readonly Vote[]) =>
          aggregate(some, rule).verdicts.map(({ absences: _, ...verdict }) => verdict);
        expect(strip([...votes, ...absent])).toEqual(strip(votes));
      }),
    );
  });

  test("one more provider for the winner never unseats it", () => {
    fc.assert(
      fc.property(anyVotes, fc.constantFrom(...counting), (votes, rule) => {
        // The stranger votes on all items, and for the winner where there is one: kin are then measured
        // against one voter more, so that only rules that do not discount can promise this.
        const free = votes.map(({ provider: _, ...vote }) => vote);
        const before = aggregate(free, rule).verdicts;
        const more = before.flatMap(({ item, label }): Vote[] =>
          label === null ? [] : [{ item, voter: "more", label }],
        );
        const after = aggregate([...free, ...more], rule).verdicts;
        before.forEach(({ label }, at) => {
          if (label !== null) expect(after[at]?.label).toBe(label);
        });
      }),
    );
  });

  test("clones of one provider never beat as many independent voters as two", () => {
    const many = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(many, fc.integer({ min: 2, max: 5 }), anyRule, (clones, honest, rule) => {
        fc.pre(rule.rule !== "unanimous");
        const votes = Array.from({ length: 60 }, (_, at) => {
          const item = `i${at}`;
          // Which of two labels is true changes; the clones know neither, and agree.
          const truth = at % 2 === 0 ? "A" : "B";
          const said = at % 3 === 0 ? "A" : "B";
          return [
            ...Array.from(
              { length: clones },
              (_, n): Vote => ({ item, voter: `c${n}`, provider: "p", label: said }),
            ),
            ...Array.from(
              { length: honest },
              (_, n): Vote => ({ item, voter: `h${n}`, label: truth }),
            ),
          ];
        });
        for (const { item, label } of aggregate(votes.flat(), rule).verdicts) {
          expect(label).toBe(Number(item.slice(1)) % 2 === 0 ? "A" : "B");
        }
      }),
    );
  });
});
