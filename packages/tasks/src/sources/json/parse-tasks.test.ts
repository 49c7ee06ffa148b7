import { Redactor } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import { parseTasks } from "./parse-tasks.ts";

const parse = (text: string) => parseTasks(text, "tasks.json");
const keys = (text: string) => parse(text).map(({ key }) => key);

test("any values are tasks: a text under itself, the rest under a digest", () => {
  const [first, second, third] = parse('["a/b", {"n": 1, "m": 2}, 3]');
  expect(first).toEqual({ key: "a/b", kind: "json", affinity: null, size: 1, payload: "a/b" });
  expect(second?.key).toMatch(/^json-[0-9a-f]{16}$/);
  expect(second?.payload).toEqual({ n: 1, m: 2 });
  expect(third?.payload).toBe(3);
  expect(keys('[{"m": 2, "n": 1}]')).toEqual([second?.key]);
});

test("a task can be described in full, or by its key alone", () => {
  const described = { key: "k", payload: [1], kind: "slow", affinity: "db", size: 7 };
  expect(parse(JSON.stringify([described, { key: "l" }]))).toEqual([
    described,
    { key: "l", kind: "json", affinity: null, size: 1, payload: "l" },
  ]);
});

test("what says something else as well is a value like any other", () => {
  const value = { key: "k", payload: 1, more: true };
  expect(parse(JSON.stringify([value]))[0]?.payload).toEqual(value);
});

test("a value a line will do, and such lines may be lists", () => {
  expect(keys('"a"\r\n\n"b"\n')).toEqual(["a", "b"]);
  expect(parse("[1]\n[2]\n").map(({ payload }) => payload)).toEqual([[1], [2]]);
  expect(parse('\ufeff["a"]')).toHaveLength(1);
});

test.each(["", "\n \n", "[]"])("%j holds no task", (text) => {
  expect(parse(text)).toEqual([]);
});

test("equal values are told apart by their order", () => {
  expect(keys('["a", "a", "b", "a"]')).toEqual(["a", "a#2", "b", "a#3"]);
});

describe("keys", () => {
  test("are one printable line, whatever the value", () => {
    const [first = "", second = ""] = keys(JSON.stringify(["a\nb", "a\\u000ab", "x".repeat(9999)]));
    expect(first).toMatch(/^a\\u000ab~[0-9a-f]{16}$/);
    expect(second).toBe("a\\u000ab");
    expect(keys(JSON.stringify(["x".repeat(9999)]))[0]?.length).toBe(400);
  });

  test.each([
    ["twice", '[{"key": "a"}, {"key": "a"}]', "tasks/duplicate-key"],
    ["of two lines", '[{"key": "a\\nb"}]', "tasks/invalid-task"],
    ["that turn the text around", '[{"key": "a\\u202eb"}]', "tasks/invalid-task"],
    ["that are empty", '[{"key": ""}]', "tasks/invalid-task"],
    ["that are numbers", '[{"key": 1}]', "tasks/invalid-task"],
    ["that are half a character", '[{"key": "\\ud800"}]', "tasks/invalid-task"],
  ])("%s are refused", (_what, text, code) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code }));
  });
});

test.each([
  ["not JSON", '"a"\nb', "line 2"],
  ["an unfinished list", '["a"', "line 1"],
  ["too deep", `[${"[".repeat(5000)}${"]".repeat(5000)}]`, "element 0"],
])("%s is refused, with its place", (_what, text, place) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      code: "tasks/invalid-json",
      message: expect.stringContaining(place),
    }),
  );
});

test.each([["-1"], ["1e999"], ['"7"']])("a size of %s is refused", (size) => {
  expect(() => parse(`{"key": "a", "size": ${size}}`)).toThrow(/size/);
});

test("more tasks than can be planned are refused", () => {
  const text = "1\n".repeat(100_001);
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: "tasks/too-many" }));
});

test("a value that is secret is in no task", () => {
  const redactor = new Redactor();
  redactor.add("hunter2hunter2");
  const text = '[{"key": "a hunter2hunter2", "payload": {"hunter2hunter2": ["hunter2hunter2"]}}]';
  const [task] = parseTasks(text, "tasks.json", redactor);
  expect(task).toMatchObject({ key: "a ***", payload: { "***": ["***"] } });
});

test("members that would change every object are data", () => {
  const [task] = parse('[{"key": "__proto__", "payload": {"__proto__": {"polluted": 1}}}]');
  expect(task?.key).toBe("__proto__");
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
