import { expect, it } from "vitest";
import { Kept } from "./kept.ts";

it("finds an answer once, however many ask at once", async () => {
  const kept = new Kept<number>(2);
  let asked = 0;
  const find = async () => ++asked;
  expect(await Promise.all([kept.of("a", find), kept.of("a", find)])).toEqual([1, 1]);
});

it("forgets what was asked for longest ago", async () => {
  const kept = new Kept<number>(2);
  let asked = 0;
  const find = async () => ++asked;
  for (const key of ["a", "b", "a", "c"]) await kept.of(key, find);
  expect(await kept.of("a", find)).toBe(1);
  expect(await kept.of("b", find)).toBe(4);
});

it("keeps no failure", async () => {
  const kept = new Kept<number>(2);
  const fail = () => Promise.reject(new Error("no"));
  await expect(kept.of("a", fail)).rejects.toThrow("no");
  expect(await kept.of("a", async () => 7)).toBe(7);
});
