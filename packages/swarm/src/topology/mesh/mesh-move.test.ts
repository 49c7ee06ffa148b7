import fc from "fast-check";
import { expect, test } from "vitest";
import { type MeshRules, type MeshSight, nextMove, type SeenRound } from "./mesh-move.ts";

const rules: MeshRules = { agents: 3, rounds: 4, quorum: 2, deadlineSeconds: 60 };

const said = (agent: number, ...digests: string[]): SeenRound[] =>
  digests.map((digest, round) => ({ agent, round, digest }));

const sight = (rounds: readonly SeenRound[], overrides: Partial<MeshSight> = {}): MeshSight => ({
  me: 0,
  rounds,
  done: new Set(),
  waited: 0,
  ...overrides,
});

test.each([
  ["nothing yet", sight([]), { do: "answer", round: 0 }],
  ["peers are awaited", sight(said(0, "a")), { do: "wait", seconds: 60 }],
  [
    "and still",
    sight([...said(0, "a"), ...said(1, "b")], { waited: 45 }),
    { do: "wait", seconds: 15 },
  ],
  [
    "all have answered",
    sight([...said(0, "a"), ...said(1, "b"), ...said(2, "c")]),
    { do: "answer", round: 1 },
  ],
  [
    "one is dead, and the others are a quorum",
    sight([...said(0, "a"), ...said(1, "b")], { waited: 60 }),
    { do: "answer", round: 1 },
  ],
  ["all others are dead", sight(said(0, "a"), { waited: 60 }), { do: "stop", why: "alone" }],
  [
    "nobody changed anything",
    sight([...said(0, "a", "a"), ...said(1, "b", "b"), ...said(2, "c", "c")]),
    { do: "stop", why: "unchanged" },
  ],
  [
    "somebody did",
    sight([...said(0, "a", "a"), ...said(1, "b", "b"), ...said(2, "c", "d")]),
    { do: "answer", round: 2 },
  ],
  [
    "who is through is not waited for",
    sight([...said(0, "a", "a"), ...said(1, "b", "b"), ...said(2, "c")], { done: new Set([2]) }),
    { do: "stop", why: "unchanged" },
  ],
  [
    "nor who is through and said nothing",
    sight([...said(0, "a"), ...said(1, "b")], { done: new Set([2]) }),
    { do: "answer", round: 1 },
  ],
  [
    "all others are through and said nothing",
    sight(said(0, "a"), { done: new Set([1, 2]) }),
    { do: "stop", why: "alone" },
  ],
  [
    "the rounds are over",
    sight([...said(0, "a", "b", "c", "d"), ...said(1, "b"), ...said(2, "c")]),
    { do: "stop", why: "rounds" },
  ],
] as const)("%s", (_what, seen, move) => {
  expect(nextMove(seen, rules)).toEqual(move);
});

test("whatever was seen, in whatever order, the move is the same, and nobody waits too long", () => {
  const rounds = fc.array(
    fc.record({ agent: fc.nat(2), round: fc.nat(3), digest: fc.constantFrom("a", "b") }),
  );
  fc.assert(
    fc.property(rounds, fc.nat(120), fc.array(fc.nat(2)), (seen, waited, done) => {
      const one = new Map(seen.map((round) => [`${round.agent}-${round.round}`, round]));
      const forth = sight([...one.values()], { waited, done: new Set(done) });
      const move = nextMove(forth, rules);
      expect(nextMove({ ...forth, rounds: [...one.values()].reverse() }, rules)).toEqual(move);
      if (waited >= rules.deadlineSeconds) expect(move.do).not.toBe("wait");
      if (move.do === "answer") expect(move.round).toBeLessThan(rules.rounds);
    }),
  );
});
