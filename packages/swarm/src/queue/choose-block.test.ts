import { expect, test } from "vitest";
import type { Block } from "../plan/plan.ts";
import { createBlockTable, placeOf, slotAt } from "./block-table.ts";
import { chooseBlock } from "./choose-block.ts";
import { Sight } from "./sight.ts";

/** Lists of blocks that last so long, a task each. */
function tableOf(lists: readonly (readonly number[])[]) {
  let task = 0;
  const blocks = lists.map((list, worker) =>
    list.map((seconds, block): Block => ({ worker, block, tasks: [task++], seconds })),
  );
  return createBlockTable(blocks, lists.flat());
}

function choose(
  lists: readonly (readonly number[])[],
  taken: readonly number[],
  own: number | null,
  worker = 0,
) {
  const table = tableOf(lists);
  const sight = new Sight(table);
  for (const slot of taken) sight.take(slot, 0);
  return chooseBlock(table, sight, { worker, own });
}

test("who comes first takes the longest head, whatever its number", () => {
  expect(choose([[2], [9], [3]], [], null, 2)).toEqual({ slot: 1, how: "own" });
});

test("a list that was begun is gone through in order", () => {
  expect(choose([[5, 4, 3], [9]], [0], 0)).toEqual({ slot: 1, how: "own" });
});

test("with all lists begun, one of the largest blocks is stolen, wherever it stands", () => {
  expect(choose([[5], [9, 1, 6], [5, 2]], [0, 1, 4], 0)).toEqual({ slot: 3, how: "stolen" });
});

test("thieves that look at one time take different blocks of about the same size", () => {
  const lists = [[9, 4, 4, 4, 4]];
  const stolen = [0, 1, 2, 3].map((worker) => choose(lists, [0], null, worker)?.slot);
  expect(new Set(stolen).size).toBeGreaterThan(2);
});

test("with all taken there is nothing", () => {
  expect(choose([[5], [9]], [0, 1], 0)).toBeNull();
});

test("a slot has one name, and no name is beyond the most that there may be", () => {
  const table = tableOf(Array.from({ length: 256 }, () => [3, 2, 1]));
  expect(table.slots).toBe(900);
  for (let slot = 0; slot < table.slots; slot++) {
    const { worker, block } = placeOf(table, slot);
    expect(slotAt(table, worker, block)).toBe(slot);
  }
  expect(slotAt(table, 255, 3)).toBeNull();
  expect(slotAt(table, 256, 0)).toBeNull();
});
