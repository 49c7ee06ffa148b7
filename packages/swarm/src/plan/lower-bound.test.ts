import { expect, test } from "vitest";
import { lowerBound } from "./lower-bound.ts";

const at = (ready: number, speed = 1) => ({ ready, speed });

test.each([
  ["the longest task", [10, 1, 1], [at(0), at(0)], 10],
  ["all work", [4, 4, 4, 4], [at(0), at(0)], 8],
  ["two of the m + 1 longest are done by one", [5, 5, 5], [at(0), at(0)], 10],
  ["workers that come late", [4, 4, 4, 4], [at(0), at(4)], 10],
  ["who comes after the end takes nothing", [1, 1], [at(0), at(100)], 2],
  ["the longest goes where it ends first", [10, 1], [at(0), at(1, 2)], 6],
  ["faster workers take more", [1, 1, 1, 1, 1, 1], [at(0), at(0, 2)], 2],
  ["nothing", [], [at(5)], 0],
])("%s", (_what, seconds, workers, bound) => {
  expect(lowerBound(seconds, workers)).toBeCloseTo(bound);
});
