import fc from "fast-check";
import { expect, test } from "vitest";
import { resultOf } from "../../../../test/support/swarm-builders.ts";
import { isPlainResult } from "./is-plain-result.ts";
import { resultSchema } from "./page-schema.ts";
import type { TaskResult } from "./result.ts";

const full: TaskResult = resultOf("a", {
  output: { deep: [1, { deeper: null }] },
  votes: [
    { item: "x", voter: "v", label: null },
    { item: "y", voter: "v", label: "l", provider: "p", ranking: ["l", "m"], weight: 2 },
  ],
  error: { code: "c/d", message: "m", fix: "f" },
  usage: { requests: 1, inputTokens: 2, outputTokens: 3, costUsd: 0.5 },
});

/** Values at which somebody might have drawn the line elsewhere. */
const odd = fc.constantFrom<unknown>(
  ...[null, true, "", "done", "x", "y".repeat(401), "z".repeat(4097), "w".repeat(65_537)],
  ...[-1, -0, 0, 0.5, 1, 1_000_000, 1_000_001, 1e9, 1e9 + 1, 31_622_400, 31_622_401],
  ...[946_684_799_999, 946_684_800_000, 4_102_444_800_001, 2 ** 53, 1e300, 5e-324],
  ...[[], [null], ["l"], new Array(1_001).fill("l"), {}, { item: "x" }, { length: 0 }],
);
const path = fc.constantFrom(
  ...["key", "status", "output", "votes", "error", "startedAt", "seconds", "usage", "more"],
  ...["votes.0", "votes.2", "error.code", "error.message", "error.fix", "error.more"],
  ...["item", "voter", "label", "provider", "ranking", "ranking.0", "weight", "more"].map(
    (name) => `votes.1.${name}`,
  ),
  ...["requests", "inputTokens", "outputTokens", "costUsd", "more"].map((name) => `usage.${name}`),
  ...["__proto__", "constructor", "votes.1.__proto__", "usage.toString"],
);
const change = fc.record({ path, value: fc.option(odd, { nil: undefined, freq: 8 }) });

test("a look at a result says what the schema says, whatever is wrong with it", () => {
  let accepted = 0;
  const judge = (changes: readonly { path: string; value: unknown }[]): void => {
    const given = changes.reduce<unknown>(changed, structuredClone(full));
    const parsed = resultSchema.safeParse(given);
    expect({ given, isPlain: isPlainResult(given) }).toEqual({ given, isPlain: parsed.success });
    if (!parsed.success) return;
    accepted++;
    expect(parsed.data).toEqual(given);
  };
  fc.assert(fc.property(fc.array(change, { maxLength: 2 }), judge), { numRuns: 3_000 });
  expect(accepted).toBeGreaterThan(300);
});

test("what is no object is no result", () => {
  for (const given of [null, undefined, 7, "text", [], [full], new Array(8).fill(1)])
    expect(isPlainResult(given)).toBe(false);
});

/** Puts a value at a place, or takes away what is there, and reads all of it from JSON again. */
function changed(given: unknown, { path, value }: { path: string; value: unknown }): unknown {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const at = names.reduce<unknown>(memberOf, given);
  if (typeof at !== "object" || at === null) return given;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else
    Object.defineProperty(at, last, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return JSON.parse(JSON.stringify(given));
}

function memberOf(given: unknown, name: string): unknown {
  return typeof given === "object" && given !== null ? Reflect.get(given, name) : undefined;
}
