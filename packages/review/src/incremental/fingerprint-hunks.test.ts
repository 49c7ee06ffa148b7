import { expect, test } from "vitest";
import { changeOf, type Files } from "../../../../test/support/change.ts";
import { fingerprintHunks } from "./fingerprint-hunks.ts";

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `line ${at + 1}`);
const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
const fingerprints = (before: Files, after: Files): readonly string[] =>
  fingerprintHunks(changeOf(before, after).files.map((file) => file.diff)).flat();

const before = numbers(40);
const after = before.with(19, "changed");

test("a hunk keeps its fingerprint when lines far above it come or go", () => {
  const shifted = ["new 1", "new 2", ...before];
  expect(fingerprints({ a: text(shifted) }, { a: text(shifted.with(21, "changed")) })).toEqual(
    fingerprints({ a: text(before) }, { a: text(after) }),
  );
});

test("a hunk keeps its fingerprint when the heading git prints changes", () => {
  const named = (name: string): string[] => [`function ${name}() {`, ...before];
  const one = fingerprints(
    { a: text(named("one")) },
    { a: text(named("one").with(20, "changed")) },
  );
  const two = fingerprints(
    { a: text(named("two")) },
    { a: text(named("two").with(20, "changed")) },
  );
  expect(one).toEqual(two);
});

test.each<[string, Files, Files]>([
  ["another path", { b: text(before) }, { b: text(after) }],
  ["another text", { a: text(before) }, { a: text(before.with(19, "changed otherwise")) }],
  ["other context", { a: text(before.with(17, "x")) }, { a: text(after.with(17, "x")) }],
  ["a line more", { a: text(before) }, { a: text(after.toSpliced(20, 0, "more")) }],
])("%s makes another fingerprint", (_title, from, to) => {
  expect(fingerprints(from, to)).not.toEqual(fingerprints({ a: text(before) }, { a: text(after) }));
});

test("adding a line is not deleting it", () => {
  const [added] = fingerprints({ a: text(before) }, { a: text(after) });
  const [deleted] = fingerprints({ a: text(after) }, { a: text(before) });
  expect(added).not.toBe(deleted);
});

test("a missing newline at the end counts", () => {
  const [withNewline] = fingerprints({}, { a: "one\n" });
  const [without] = fingerprints({}, { a: "one" });
  expect(withNewline).not.toBe(without);
});

test("equal hunks of one file are told apart by their order", () => {
  const twice = [...numbers(20), ...numbers(20)];
  const second = twice.with(29, "changed");
  const both = fingerprints({ a: text(twice) }, { a: text(second.with(9, "changed")) });
  expect(new Set(both).size).toBe(2);
  expect(fingerprints({ a: text(twice) }, { a: text(second) })).toEqual(both.slice(0, 1));
});
