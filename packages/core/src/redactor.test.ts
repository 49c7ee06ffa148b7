import { expect, test } from "vitest";
import { Redactor } from "./redactor.ts";

function redactorOf(...values: readonly string[]): Redactor {
  const redactor = new Redactor();
  for (const value of values) redactor.add(value);
  return redactor;
}

test("every occurrence of a value is replaced", () => {
  expect(redactorOf("hunter22").redact("a=hunter22;b=hunter22")).toBe("a=***;b=***");
});

test("a value that begins with another is replaced whole", () => {
  const redactor = redactorOf("secret-one", "secret-one-and-more");
  expect(redactor.redact("x secret-one-and-more y secret-one")).toBe("x *** y ***");
});

test("each line of a value that spans several is known by itself", () => {
  expect(redactorOf("first-part\n  second-part\n").redact("> second-part")).toBe("> ***");
});

test("short values and no values change nothing", () => {
  expect(redactorOf("abc", "").redact("abc")).toBe("abc");
  const redactor = new Redactor();
  redactor.add(undefined);
  expect(redactor.redact("text")).toBe("text");
});

test("neighbouring values and a value at the very end are found", () => {
  expect(redactorOf("aaaaaa", "bbbbbb").redact("aaaaaabbbbbb")).toBe("******");
});

test("thousands of values in a long text take no noticeable time", () => {
  const values = Array.from({ length: 20_000 }, (_, at) => `token-${at}-${"x".repeat(30)}`);
  const text = values.join(" ");
  expect(redactorOf(...values).redact(text)).toBe(values.map(() => "***").join(" "));
}, 120_000);
