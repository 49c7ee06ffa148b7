import { encodeHistory, type History, noHistory } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { loadHistory, saveHistory, type TextCache } from "./history-store.ts";

const names = { own: "a-1-1", families: ["a-", "main-"] };

function cacheOf(texts: Readonly<Record<string, string | Error>>): TextCache {
  return {
    load: async (family) => {
      const text = texts[family] ?? null;
      if (text instanceof Error) throw text;
      return text;
    },
    save: async () => {
      throw new Error("the cache is full");
    },
  };
}

const seen = (seconds: number, run: number) => ({
  mean: seconds,
  variance: 0,
  count: 1,
  kind: "test",
  seen: run,
});

function history(runs: number, durations: Readonly<Record<string, number>>): History {
  const all = Object.entries(durations).map(([key, mean]) => [key, seen(mean, runs)] as const);
  return { ...noHistory, runs, durations: new Map(all) };
}

test("a run without a history works, and says nothing of it", async () => {
  expect(await loadHistory(cacheOf({}), names)).toEqual({ history: noHistory, notices: [] });
});

test("a branch knows what its base knows, and what it learned itself", async () => {
  const texts = {
    "a-": encodeHistory(history(5, { x: 9 })),
    "main-": encodeHistory(history(4, { x: 1, y: 2 })),
  };
  const { history: known, notices } = await loadHistory(cacheOf(texts), names);
  expect(notices).toEqual([]);
  expect([known.durations.get("x")?.mean, known.durations.get("y")?.mean]).toEqual([9, 2]);
});

test.each([
  ["a broken history", "{", /^The history could not be used, /],
  ["a cache that fails", new Error("reset"), /^The history could not be read .*: reset$/],
])("%s is told, and the other is used", async (_what, broken, notice) => {
  const texts = { "a-": broken, "main-": encodeHistory(history(4, { y: 2 })) };
  const { history: known, notices } = await loadHistory(cacheOf(texts), names);
  expect(notices).toEqual([expect.stringMatching(notice)]);
  expect(known.durations.get("y")?.mean).toBe(2);
});

test("a history that cannot be kept is told, and stops nothing", async () => {
  expect(await saveHistory(cacheOf({}), names, noHistory)).toMatch(/: the cache is full$/);
});
