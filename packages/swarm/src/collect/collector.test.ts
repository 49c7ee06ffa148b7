import { canonicalJson } from "@swarm-actions/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hung,
  pageOf,
  planOf,
  published,
  resultOf,
} from "../../../../test/support/swarm-builders.ts";
import { claimName } from "../queue/names.ts";
import type { PublishedPage, PublishedPlan } from "./board-findings.ts";
import { type Collected, Collector } from "./collector.ts";

const plan = planOf({ lists: [[["a", "b"], ["c"]], [["d"]]] });

function collect(
  pages: readonly PublishedPage[],
  {
    plans = [published(plan)],
    names = [] as readonly string[],
    minCoverage = 100,
  }: { plans?: readonly PublishedPlan[]; names?: readonly string[]; minCoverage?: number } = {},
): Collected {
  const collector = new Collector(plans, { key: "swarm", minCoverage });
  for (const page of pages) collector.add(page);
  return collector.end(names);
}

const keysOf = ({ results }: Collected): string[] => results.map(({ result }) => result.key);
const whyOf = ({ coverage }: Collected): Record<string, string> =>
  Object.fromEntries(coverage.missing.map(({ key, why }) => [key, why]));

test("every result is in, in the order of the plan", () => {
  const collected = collect([
    hung(pageOf({ plan, worker: 1, results: [resultOf("d"), resultOf("c")] })),
    hung(
      pageOf({ plan, worker: 0, results: [resultOf("b", { status: "failed" }), resultOf("a")] }),
    ),
  ]);
  expect(keysOf(collected)).toEqual(["a", "b", "c", "d"]);
  expect(collected).toMatchObject({
    outcome: "complete",
    reason: null,
    isEnough: true,
    refused: [],
  });
  expect(collected.coverage).toEqual({ tasks: 4, done: 4, failed: ["b"], missing: [] });
});

describe("of several results of one task", () => {
  const second = planOf({ epoch: 1, lists: [[["a"]]] });

  test("that of the lowest round counts, then of the lowest worker and page", () => {
    const give = (by: string) => [resultOf("a", { output: by })];
    const pages = [
      hung(pageOf({ plan: second, worker: 0, results: give("later round") })),
      hung(pageOf({ plan, worker: 1, page: 1, results: give("second page") })),
      hung(pageOf({ plan, worker: 1, page: 0, results: give("first page") })),
    ];
    const collected = collect(pages, { plans: [published(plan), published(second)] });
    expect(collected.results.map(({ result }) => result.output)).toEqual(["first page"]);
    expect(collected.duplicates.map(({ result }) => result.output)).toEqual([
      "second page",
      "later round",
    ]);
  });

  test("what came before the plan was made again does not count, and what was done since does", () => {
    const again = planOf({ lists: [[["a"], ["b"]]] });
    const plans = [published(plan, 1), published(again, 2)];
    const old = [resultOf("a", { output: "old" }), resultOf("b", { output: "old" })];
    const pages = [
      hung(pageOf({ plan, attempt: 1, results: old })),
      hung(pageOf({ plan: again, attempt: 2, results: [resultOf("a", { output: "new" })] })),
    ];
    const names = [claimName({ key: "swarm", attempt: 1, epoch: 0, worker: 0, block: 1 })];
    const collected = collect(pages, { plans, names });
    expect(collected.results.map(({ result }) => result.output)).toEqual(["new"]);
    expect(collected.duplicates).toEqual([]);
    expect(whyOf(collected)).toEqual({
      b: "nobody came to it: block 1 of worker 0 was not claimed",
    });
  });

  test("what an earlier attempt did by the plan that holds counts, whatever was done since", () => {
    const pages = [
      hung(pageOf({ plan, attempt: 1, results: [resultOf("a", { output: "old" })] })),
      hung(pageOf({ plan, attempt: 2, results: ["a", "b", "c", "d"].map((key) => resultOf(key)) })),
    ];
    const collected = collect(pages);
    expect(collected.outcome).toBe("complete");
    expect(collected.results[0]).toMatchObject({ attempt: 1, result: { output: "old" } });
  });

  test("that of another task under the same key does not count", () => {
    const again = planOf({ lists: [[["a"]]], payload: "another commit" });
    const plans = [published(plan, 1), published(again, 2)];
    const late = hung(pageOf({ plan, attempt: 2, results: [resultOf("a")] }));
    const collected = collect([late], { plans });
    expect(collected.results).toEqual([]);
    expect(whyOf(collected)).toEqual({
      a: "its result was refused: it is of another task that had this key",
    });
  });
});

describe("why a task is missing", () => {
  const claim = (worker: number, block: number): string =>
    claimName({ key: "swarm", attempt: 1, epoch: 0, worker, block });

  test("its block was claimed, or was not", () => {
    const collected = collect([], { names: [claim(0, 0)] });
    expect(whyOf(collected)).toEqual({
      a: "block 0 of worker 0 was claimed, and whoever claimed it gave no result",
      b: "block 0 of worker 0 was claimed, and whoever claimed it gave no result",
      c: "nobody came to it: block 1 of worker 0 was not claimed",
      d: "nobody came to it: block 0 of worker 1 was not claimed",
    });
    expect(collected).toMatchObject({ outcome: "failed", reason: "4 of 4 tasks have no result." });
  });

  test("the page that it may have been in was refused", () => {
    const page = hung(pageOf({ plan, worker: 0, results: [resultOf("a")] }));
    const cut = { ...page, content: page.content.slice(0, 100) };
    expect(whyOf(collect([cut], { names: [claim(0, 0)] })).a).toMatch(
      /^block 0 of worker 0 was claimed, and page 0 of worker 0 was refused: it is not a page/,
    );
  });

  test("without claims, its worker ended or did not", () => {
    const fixed = planOf({ mode: "static", lists: [[["a"]], [["b"]], [["c"]]] });
    const collected = collect(
      [
        hung(pageOf({ plan: fixed, worker: 0, results: [resultOf("a")] })),
        hung(pageOf({ plan: fixed, worker: 1, results: [] })),
      ],
      { plans: [published(fixed)] },
    );
    expect(whyOf(collected)).toEqual({
      b: "it is in block 0 of worker 1, which ended without a result for it",
      c: "it is in block 0 of worker 2, which did not end",
    });
  });
});

test.each([
  [100, 3, "partial", false, "1 of 4 tasks has no result."],
  [75, 3, "partial", true, "1 of 4 tasks has no result; 75 % were asked for."],
  [80, 3, "failed", false, "1 of 4 tasks has no result, though 80 % were asked for."],
  [1, 0, "failed", false, "4 of 4 tasks have no result."],
] as const)(
  "at %i %% asked for, %i of four tasks are %s",
  (minCoverage, count, outcome, isEnough, reason) => {
    const results = ["a", "b", "c"].slice(0, count).map((key) => resultOf(key));
    const collected = collect([hung(pageOf({ plan, results }))], { minCoverage });
    expect(collected).toMatchObject({ outcome, isEnough, reason });
  },
);

/** Pages of three workers over two rounds, with duplicates, one result a page or several. */
const somePages = fc
  .array(
    fc.record({
      round: fc.nat(1),
      worker: fc.nat(2),
      keys: fc.subarray(["a", "b", "c", "d", "not planned"]),
      output: fc.nat(3),
      isDone: fc.boolean(),
      isBroken: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((given) =>
    given.map(({ round, worker, keys, output, isDone, isBroken }, page) => {
      const results = keys.map((key) => resultOf(key, { output }));
      const hanging = hung(pageOf({ plan: rounds[round] ?? plan, worker, page, results, isDone }));
      return isBroken ? { ...hanging, content: hanging.content.slice(1) } : hanging;
    }),
  );
const rounds = [plan, planOf({ epoch: 1, lists: [[["d", "a"]], [["c"]]] })];
const plans = rounds.map((one) => published(one));

test("pages in any order give the same bytes", () => {
  fc.assert(
    fc.property(
      somePages.chain((pages) =>
        fc.tuple(
          fc.constant(pages),
          fc.shuffledSubarray(pages, { minLength: pages.length, maxLength: pages.length }),
        ),
      ),
      ([pages, shuffled]) => {
        const whole = canonicalJson(collect(pages, { plans }));
        expect(canonicalJson(collect(shuffled, { plans: plans.toReversed() }))).toBe(whole);
      },
    ),
  );
});

test("each task is counted once, or missing; whatever was given is a result or a duplicate", () => {
  fc.assert(
    fc.property(somePages, (pages) => {
      const { results, duplicates, missing, coverage } = collect(pages, { plans });
      const done = results.map(({ result }) => result.key);
      expect(new Set(done).size).toBe(done.length);
      expect([...done, ...missing.map(({ key }) => key)].sort()).toEqual(["a", "b", "c", "d"]);
      const given = pages.flatMap(({ content }) => givenIn(content));
      expect(results.length + duplicates.length).toBe(given.length);
      expect(coverage.done).toBe(new Set(given).size);
    }),
  );
});

test("when pages are lost, exactly their tasks are missing", () => {
  const keys = Array.from({ length: 40 }, (_, index) => `task ${index}`);
  const wide = planOf({ lists: keys.map((key) => [[key]]) });
  const pages = keys.map((key, worker) =>
    hung(pageOf({ plan: wide, worker, results: [resultOf(key)] })),
  );
  fc.assert(
    fc.property(fc.subarray(pages), (kept) => {
      const { missing } = collect(kept, { plans: [published(wide)] });
      const lost = keys.filter(
        (_, worker) => !kept.some(({ name }) => name === pages[worker]?.name),
      );
      expect(missing.map(({ key }) => key)).toEqual(lost);
    }),
  );
});

/** The keys of a page's results that its plan knows; none when the page is broken. */
function givenIn(content: string): readonly string[] {
  try {
    const { plan: digest, results } = JSON.parse(content) as {
      plan: string;
      results: { key: string }[];
    };
    const known =
      plans.find((one) => one.digest === digest)?.plan.tasks.map(({ key }) => key) ?? [];
    return results.map(({ key }) => key).filter((key) => known.includes(key));
  } catch {
    return [];
  }
}
