import fc from "fast-check";
import { expect, test } from "vitest";
import { type FindingOutcome, judgeOutcomes } from "../consensus/judge-outcomes.ts";
import { decodeHistory } from "./decode.ts";
import { encodeHistory } from "./encode.ts";
import { historyLimits } from "./forget.ts";
import { type History, noHistory } from "./history.ts";
import { learnOutcomes } from "./learn-outcomes.ts";
import { mergeHistories } from "./merge.ts";

const dismissed: FindingOutcome = { id: "1", outcome: "dismissed", yes: ["a"], no: ["b"] };
const here = "pull request 7";

const learn = (outcomes: readonly FindingOutcome[], from = noHistory, where = here): History =>
  learnOutcomes(from, outcomes, where);
const known = (history: History) => Object.fromEntries(history.reliability);

test("what became of a finding is learned of everybody who could have said it", () => {
  expect(known(learn([dismissed]))).toEqual({
    a: { right: 0, wrong: 1 },
    b: { right: 0.25, wrong: 0 },
  });
});

test("what is told of again teaches nothing, whatever became of it since", () => {
  const once = learn([dismissed]);
  expect(learn([dismissed], once)).toBe(once);
  expect(learn([{ ...dismissed, outcome: "accepted" }], once)).toBe(once);
  expect(learn([{ ...dismissed, id: "2", aliases: ["1"] }], once)).toBe(once);
  expect(learn([dismissed, dismissed])).toEqual(once);
});

test("the same finding elsewhere counts by itself", () => {
  const twice = learn([dismissed], learn([dismissed]), "pull request 8");
  expect(known(twice).a).toEqual({ right: 0, wrong: 2 });
});

test("what one branch counted is not counted again where the other's counts are kept", () => {
  const other = learn([{ ...dismissed, id: "2" }]);
  const merged = mergeHistories(learn([dismissed]), other);
  expect(learn([dismissed, { ...dismissed, id: "2" }], merged)).toBe(merged);
});

test("no more names are kept than a cache should hold, and those still told of go last", () => {
  const many = Array.from({ length: historyLimits.counted }, (_, at) => ({
    ...dismissed,
    id: `n${at}`,
  }));
  const full = learn(many, learn([dismissed]));
  expect(full.counted).toHaveLength(historyLimits.counted);
  const kept = learn(
    [dismissed, { ...dismissed, id: "new" }],
    learn(many.slice(1), learn([dismissed])),
  );
  const later = learn(many.slice(0, 5), kept);
  expect(learn([dismissed], later)).toBe(later);
});

const anyOutcome: fc.Arbitrary<FindingOutcome> = fc.record({
  id: fc.constantFrom("1", "2", "3", "4", "5", "6"),
  outcome: fc.constantFrom("accepted", "dismissed", "ignored"),
  yes: fc.subarray(["a", "b"], { minLength: 1 }),
  no: fc.subarray(["c", "__proto__"]),
});

test("however runs tell of findings, and however often, each counts as it was told of first", () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyOutcome, { maxLength: 6 }), { maxLength: 6 }), (runs) => {
      const carried = runs.reduce((history, outcomes) => {
        const kept = decodeHistory(encodeHistory(history));
        expect(kept.notice).toBeNull();
        return learn(outcomes, kept.history);
      }, noHistory);
      const firsts = new Map(
        runs
          .flat()
          .reverse()
          .map((one) => [one.id, one]),
      );
      const expected = judgeOutcomes([...firsts.values()]);
      expect([...carried.reliability.keys()].sort()).toEqual(expected.map(({ voter }) => voter));
      for (const { voter, right, wrong } of expected) {
        expect(carried.reliability.get(voter)).toEqual({ right, wrong });
      }
    }),
    { numRuns: 200 },
  );
});
