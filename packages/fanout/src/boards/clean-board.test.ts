import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Board, claimName, groupKey, pageName, planName } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { boardUnavailable } from "./board-error.ts";
import { cleanBoard } from "./clean-board.ts";
import { createFolderBoard } from "./folder-board.ts";

const { signal } = new AbortController();
const at = { attempt: 1, epoch: 0 };

function namesOf(key: string): readonly string[] {
  return [
    planName({ ...at, key }),
    claimName({ ...at, key, worker: 0, block: 1 }),
    pageName({ ...at, key, worker: 0, page: 0 }),
  ];
}

async function boardWith(folder: string, names: readonly string[]): Promise<Board> {
  const board = await createFolderBoard(folder);
  for (const name of names) await board.put(name, "{}", signal);
  return board;
}

const left = async (board: Board): Promise<readonly string[]> =>
  (await board.list("zz-", signal)).map(({ name }) => name);

test("what the swarm and its groups hung up is taken down", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "clean-"));
  const names = ["review", groupKey("review", 0), groupKey("review", 12)].flatMap(namesOf);
  const board = await boardWith(folder.path, names);
  expect(await cleanBoard({ board, key: "review" }, signal)).toEqual({
    gone: 9,
    left: 0,
    why: null,
  });
  expect(await left(board)).toEqual([]);
});

test("a swarm whose key only begins the same keeps what it hung up", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "clean-"));
  const others = ["review-2", "review-goal", "reviews"].flatMap(namesOf);
  const board = await boardWith(folder.path, [...namesOf("review"), ...others]);
  expect(await cleanBoard({ board, key: "review" }, signal)).toMatchObject({ gone: 3, left: 0 });
  expect(await left(board)).toEqual([...others].sort());
});

test("after one that cannot be taken down none is begun with, and it is said how many stay and why", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "clean-"));
  const names = Array.from({ length: 40 }, (_, block) =>
    claimName({ ...at, key: "review", worker: 0, block }),
  );
  const board = await boardWith(folder.path, names);
  let asked = 0;
  const refusing: Board = {
    ...board,
    remove: async (name) => {
      asked++;
      throw boardUnavailable(name, new Error("permission denied"));
    },
  };
  const cleaned = await cleanBoard({ board: refusing, key: "review" }, signal);
  expect(cleaned).toMatchObject({ gone: 0, left: 40 });
  expect(cleaned.why).toContain("permission denied");
  expect(asked).toBeLessThanOrEqual(8);
});

test("who is stopped is not told that names stay", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "clean-"));
  const board = await boardWith(folder.path, namesOf("review"));
  const stopping = new AbortController();
  const remove = async (): Promise<boolean> => {
    stopping.abort(new Error("stopped"));
    throw new Error("too late");
  };
  const cleaning = cleanBoard({ board: { ...board, remove }, key: "review" }, stopping.signal);
  await expect(cleaning).rejects.toThrow("stopped");
});
