import { expect, test } from "vitest";
import { redactJson } from "./redact-json.ts";
import { Redactor } from "./redactor.ts";

function redactorOf(value: string): Redactor {
  const redactor = new Redactor();
  redactor.add(value);
  return redactor;
}

test("texts and names of members lose what is secret, at any depth", () => {
  const value = { hunter2hunter2: [{ deep: "a hunter2hunter2 b" }], count: 1, none: null };
  expect(redactJson(value, redactorOf("hunter2hunter2"))).toEqual({
    "***": [{ deep: "a *** b" }],
    count: 1,
    none: null,
  });
});

test("a secret that JSON would escape is found, and a number that looks like one is left", () => {
  expect(redactJson(['say "hunter2"', 123456], redactorOf('say "hunter2"'))).toEqual([
    "***",
    123456,
  ]);
  expect(redactJson([123456, "123456"], redactorOf("123456"))).toEqual([123456, "***"]);
});

test("a member that would change every object stays data", () => {
  const value = JSON.parse('{"__proto__": {"polluted": 1}}');
  expect(Object.keys(redactJson(value, redactorOf("hunter2")))).toEqual(["__proto__"]);
});
