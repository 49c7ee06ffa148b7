import { expect, test } from "vitest";
import { createBlockTable } from "./block-table.ts";
import { type CopyView, chooseCopy } from "./choose-copy.ts";
import { Sight } from "./sight.ts";

/** One list: a block of three tasks, and one of one; each task lasts ten seconds. */
const table = createBlockTable(
  [
    [
      { worker: 0, block: 0, tasks: [0, 1, 2], seconds: 30 },
      { worker: 0, block: 1, tasks: [3], seconds: 10 },
    ],
  ],
  [10, 10, 10, 10],
);

function viewOf(sight: Sight, now: number): CopyView {
  return { table, sight, now, claimSeconds: 1, isMine: () => false };
}

test("what is taken is no longer free", () => {
  const sight = new Sight(table);
  sight.take(0, 5);
  expect(sight.freeBlocks()).toEqual([1]);
  expect(sight.takenAt(0)).toBe(5);
  expect(sight.isUntouched(0)).toBe(false);
});

test("a free block of which all is done needs nobody", () => {
  const sight = new Sight(table);
  sight.finish(3);
  sight.closeDone(1);
  expect(sight.freeBlocks()).toEqual([0]);
});

test("a result that is told twice counts once", () => {
  const sight = new Sight(table);
  for (const task of [0, 0, 0]) sight.finish(task);
  expect(sight.isThrough(0)).toBe(false);
  expect(sight.restOf(0)).toEqual([1, 2]);
});

test("the rest of a block that is offered and late is taken over from its end, without the task at hand", () => {
  const sight = new Sight(table);
  sight.take(0, 0);
  sight.hold(0);
  expect(chooseCopy(viewOf(sight, 10), 1)).toBeNull();
  expect(chooseCopy(viewOf(sight, 20), 1)).toMatchObject({ slot: 2, tasks: [2, 1] });
});

test("of a block that nobody offers no copy is made that costs more than a twentieth of all work", () => {
  const sight = new Sight(table);
  sight.take(0, 0);
  expect(chooseCopy(viewOf(sight, 10_000), 1)).toBeNull();
});

test("a block that is through is not taken over", () => {
  const sight = new Sight(table);
  sight.take(0, 0);
  sight.hold(0);
  for (const task of [0, 1, 2]) sight.finish(task);
  expect(chooseCopy(viewOf(sight, 10_000), 1)).toBeNull();
});
