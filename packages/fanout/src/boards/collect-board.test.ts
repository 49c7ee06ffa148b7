import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Board, claimName } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { hung, pageOf, planOf, resultOf } from "../../../../test/support/swarm-builders.ts";
import { boardUnavailable } from "./board-error.ts";
import { collectBoard } from "./collect-board.ts";
import { createFolderBoard } from "./folder-board.ts";
import { publishPlan } from "./plans.ts";

const { signal } = new AbortController();
const plan = planOf({ lists: [[["a"], ["b"]], [["c"]]] });
const at = (worker: number, page: number) => ({ worker, page });

/** A board whose list ends after so many names, as that of a run with too many artifacts would. */
async function cutBoard(folder: string, most: number): Promise<Board> {
  const board = await createFolderBoard(folder);
  await publishPlan({ board, key: "swarm", attempt: 1 }, plan, signal);
  for (let block = 0; block < most; block++) {
    const name = claimName({ key: "swarm", attempt: 1, worker: 7, block, epoch: 0 });
    await board.claim(name, signal);
  }
  const isEarly = (name: string): boolean => name.includes("-plan-") || name.includes("-claim-");
  return {
    ...board,
    list: async (prefix, stop) => {
      const all = await board.list(prefix, stop);
      return [
        ...all.filter(({ name }) => isEarly(name)),
        ...all.filter((one) => !isEarly(one.name)),
      ].slice(0, most);
    },
  };
}

test("pages that a list of too many names leaves out are found by their names", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cut-"));
  const board = await cutBoard(folder.path, 1_000);
  const pages = [
    pageOf({ plan, results: [resultOf("a")], ...at(0, 0) }),
    // Page 1 was burnt.
    pageOf({ plan, results: [resultOf("b")], ...at(0, 2) }),
    pageOf({ plan, results: [resultOf("c")], ...at(1, 0) }),
  ];
  for (const page of pages) await board.put(hung(page).name, hung(page).content, signal);
  const swarm = { board, key: "swarm", attempt: 1 };
  const collected = await collectBoard(swarm, { minCoverage: 100 }, signal);
  expect(collected).toMatchObject({
    outcome: "complete",
    missing: [],
    refused: [],
    duplicates: [],
  });
  expect(collected.results.map(({ result }) => result.key)).toEqual(["a", "b", "c"]);
});

test("one of them that cannot be had is told", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cut-"));
  const board = await cutBoard(folder.path, 1_000);
  const page = hung(pageOf({ plan, results: [resultOf("a")], ...at(0, 0) }));
  await board.put(page.name, page.content, signal);
  const get: Board["get"] = (name, ...more) =>
    name === page.name
      ? Promise.reject(boardUnavailable(name, new Error("503")))
      : board.get(name, ...more);
  const swarm = { board: { ...board, get }, key: "swarm", attempt: 1 };
  const collected = await collectBoard(swarm, { minCoverage: 100 }, signal);
  expect(collected.refused).toMatchObject([
    { name: page.name, why: expect.stringContaining("503") },
  ]);
});

test("a list that is whole is believed", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "cut-"));
  const board = await createFolderBoard(folder.path);
  await publishPlan({ board, key: "swarm", attempt: 1 }, plan, signal);
  const asked: string[] = [];
  const get: Board["get"] = (name, ...more) => {
    asked.push(name);
    return board.get(name, ...more);
  };
  await collectBoard(
    { board: { ...board, get }, key: "swarm", attempt: 1 },
    { minCoverage: 100 },
    signal,
  );
  expect(asked).toEqual([expect.stringContaining("-plan-")]);
});
