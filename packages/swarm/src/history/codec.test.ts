import { expect, test } from "vitest";
import { decodeHistory } from "./decode.ts";
import { encodeHistory } from "./encode.ts";
import { type History, noHistory } from "./history.ts";

const history: History = {
  version: 1,
  runs: 4,
  durations: new Map([
    ["b::2", { mean: 1.25, variance: 0.5, count: 3, kind: "vitest", seen: 4 }],
    ["__proto__", { mean: 2, variance: 0, count: 1, kind: "files", seen: 2 }],
  ]),
  readySeconds: [9.5, 12],
  setupSeconds: [3],
  claimSeconds: [0.4],
  reliability: new Map([["constructor", { right: 3, wrong: 0.5 }]]),
  counted: ["0123456789ab"],
};

test("a history is read as it was written, hostile names included", () => {
  expect(decodeHistory(encodeHistory(history))).toEqual({ history, notice: null });
  expect(decodeHistory(encodeHistory(noHistory))).toEqual({ history: noHistory, notice: null });
});

test("equal histories give equal bytes, in whatever order they were learned", () => {
  const turned = { ...history, durations: new Map([...history.durations].reverse()) };
  expect(encodeHistory(turned)).toBe(encodeHistory(history));
});

const written = (): Record<string, unknown> => JSON.parse(encodeHistory(history));

test.each([
  ["no JSON", "{"],
  ["cut off", encodeHistory(history).slice(0, -20)],
  ["a list", "[]"],
  ["of another version", JSON.stringify({ ...written(), version: 2 })],
  ["with more in it", JSON.stringify({ ...written(), extra: 1 })],
  ["negative", JSON.stringify({ ...written(), durations: [["a", 0, -1, 0, 1, 1]] })],
  ["endless", encodeHistory(history).replace("1.25", "1e999")],
  ["with names of findings that are none", JSON.stringify({ ...written(), counted: ["../x"] })],
  ["of no kind", JSON.stringify({ ...written(), durations: [["a", 9, 1, 0, 1, 1]] })],
  ["from the future", JSON.stringify({ ...written(), durations: [["a", 0, 1, 0, 1, 5]] })],
  [
    "double",
    JSON.stringify({
      ...written(),
      durations: [
        ["a", 0, 1, 0, 1, 1],
        ["a", 0, 2, 0, 1, 1],
      ],
    }),
  ],
  ["too long", " ".repeat(64 * 1024 * 1024 + 1)],
])("a history that is %s is none, and that is said", (_what, text) => {
  const read = decodeHistory(text);
  expect(read.history).toEqual(noHistory);
  expect(read.notice).toMatch(/^The history could not be used, .+\.$/);
});
