import { expect, test } from "vitest";
import { chooseWorkers, type Player } from "./choose-workers.ts";
import type { Candidate } from "./plan.ts";

const options = { waitingCost: 0, maxCost: null, maxMinutes: null, most: 8, least: 1 };

const lasting = (workers: number, seconds: number): Candidate => {
  return { workers, seconds, billedMinutes: 0, costUsd: 0 };
};

/** A player whose careful look differs from the first for some numbers of workers. */
function player(played: Readonly<Record<number, number>>): Player & { readonly asked: number[] } {
  const asked: number[] = [];
  const imagine = (workers: number) => lasting(workers, 800 / workers);
  const playOut = (workers: number) => {
    asked.push(workers);
    return lasting(workers, played[workers] ?? 800 / workers);
  };
  return { imagine, playOut, asked };
}

test("what stays the best when it is played with care is taken, and only that is played", () => {
  const careful = player({});
  expect(chooseWorkers(careful, options).expected).toEqual(lasting(8, 100));
  expect(careful.asked).toEqual([8]);
});

test("what only seemed the best gives way to the next that holds", () => {
  const careful = player({ 8: 300, 7: 250 });
  expect(chooseWorkers(careful, options).expected.workers).toBe(6);
  expect(careful.asked.toSorted()).toEqual([6, 7, 8]);
});

test("the curve holds what was played, beside what the choice is compared with", () => {
  const { curve } = chooseWorkers(player({ 8: 120, 7: 110 }), options);
  expect(curve.map(({ seconds }) => Math.round(seconds))).toEqual([
    800, 400, 267, 200, 160, 133, 110, 120,
  ]);
});

test("a limit is kept by what was played, not by what was hoped for", () => {
  const limited = { ...options, maxMinutes: 2 };
  expect(chooseWorkers(player({ 8: 130, 7: 115 }), limited).expected.workers).toBe(7);
  expect(() => chooseWorkers(player({ 8: 130, 7: 140 }), limited)).toThrow(
    expect.objectContaining({ code: "plan/limits" }),
  );
});
