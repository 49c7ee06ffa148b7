import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuTime } from "../../../../test/support/cpu-time.ts";
import { isShallow } from "./is-shallow.ts";

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

test("depth has an end, in lists and in objects", () => {
  expect(isShallow(nested(64))).toBe(true);
  expect(isShallow(nested(65))).toBe(false);
  expect(isShallow(`${'{"a":'.repeat(65)}1${"}".repeat(65)}`)).toBe(false);
  expect(isShallow("[".repeat(1_000_000))).toBe(false);
});

test("brackets in texts count for nothing", () => {
  const odd = ['"', "\\", '\\"', "[[[", "{", '"]', "\\\\"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...odd, nested(70))), fc.nat(70), (texts, depth) => {
      const text = `${"[".repeat(depth)}${JSON.stringify(texts)}${"]".repeat(depth)}`;
      expect(isShallow(text)).toBe(depth + 1 <= 64);
    }),
  );
});

test("a text of escapes takes no longer than any other", () => {
  const begin = cpuTime();
  expect(isShallow(JSON.stringify('\\"'.repeat(1_000_000)))).toBe(true);
  expect(isShallow(`"${"\\".repeat(4_000_000)}`)).toBe(true);
  expect(cpuTime() - begin).toBeLessThan(2_000);
});
