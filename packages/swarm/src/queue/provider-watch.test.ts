import { expect, test } from "vitest";
import type { ProviderHealth } from "../collect/result.ts";
import { ProviderWatch } from "./provider-watch.ts";

const dead = (failed: number, failedAt: number): ProviderHealth => ({
  ...{ provider: "house", asked: failed, failed, breaker: "open", reason: "503", failedAt },
});
const idle: ProviderHealth = {
  ...{ provider: "house", asked: 0, failed: 0, breaker: "closed", reason: null },
};

test("what peers met and what it met itself count together, of each the last word", () => {
  const watch = new ProviderWatch(1);
  watch.hear(0, [dead(3, 1_000)]);
  expect(watch.down([{ ...idle, asked: 5, answeredAt: 500 }])).toEqual([]);
  watch.hear(2, [dead(3, 2_000)]);
  expect(watch.down([idle])).toEqual([{ provider: "house", until: 122_000 }]);
  watch.hear(2, [{ ...dead(3, 2_000), breaker: "closed", asked: 4, answeredAt: 3_000 }]);
  expect(watch.down([idle])).toEqual([]);
});

test("what it hears of itself is not news to it", () => {
  const watch = new ProviderWatch(1);
  watch.hear(1, [dead(3, 1_000)]);
  expect(watch.down([idle])).toEqual([]);
});

test("whoever left it alone on the word of others has nothing to tell of it", () => {
  const watch = new ProviderWatch(2);
  watch.hear(0, [dead(3, 1_000)]);
  watch.hear(1, [dead(3, 2_000)]);
  const own: ProviderHealth = { ...idle, breaker: "open" };
  const down = watch.down([own]);
  expect(down).toHaveLength(1);
  expect(watch.isNews([own], down)).toBe(false);
});

test("others are told of a breaker that opened, and of each try after it, once", () => {
  const watch = new ProviderWatch(0);
  const isNews = (own: ProviderHealth): boolean => watch.isNews([own], watch.down([own]));
  const told = [idle, { ...idle, asked: 1 }, dead(3, 10), dead(3, 10), dead(4, 20)].map(isNews);
  expect(told).toEqual([false, false, true, false, true]);
  expect(isNews({ ...dead(4, 20), asked: 5, answeredAt: 30, breaker: "closed" })).toBe(true);
});
