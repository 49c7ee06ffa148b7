import { mkdtempDisposable, readdir, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolderBoard } from "./folder-board.ts";

const { signal } = new AbortController();
const inFolder = () => mkdtempDisposable(join(tmpdir(), "board-"));

test("a name can be taken once, by a claim or by a content", async () => {
  await using folder = await inFolder();
  const board = await createFolderBoard(join(folder.path, "new", "board"));
  expect(await board.claim("zz-a", signal)).toBe("won");
  expect(await board.claim("zz-a", signal)).toBe("taken");
  expect(await board.put("zz-a", "late", signal)).toBe("taken");
  expect(await board.put("zz-b", "content", signal)).toBe("kept");
  expect(await board.put("zz-b", "other", signal)).toBe("taken");
  expect(await board.claim("zz-b", signal)).toBe("taken");
  expect(await board.get("zz-b", 7, signal)).toBe("content");
});

test("of many that want one name at once, one gets it", async () => {
  await using folder = await inFolder();
  const boards = await Promise.all(Array.from({ length: 8 }, () => createFolderBoard(folder.path)));
  for (const name of ["zz-a", "zz-b", "zz-c"]) {
    const answers = await Promise.all(boards.map((board) => board.claim(name, signal)));
    expect(answers.filter((answer) => answer === "won")).toHaveLength(1);
    const contents = boards.map((board, index) => board.put(`${name}-page`, `${index}`, signal));
    const kept = (await Promise.all(contents)).indexOf("kept");
    expect(await boards[0]?.get(`${name}-page`, 10, signal)).toBe(`${kept}`);
  }
});

test("the list holds what begins so, and nothing that is half written", async () => {
  await using folder = await inFolder();
  const board = await createFolderBoard(folder.path);
  await writeFile(join(folder.path, ".draft-zz-x"), "half");
  await board.put("zz-swarm-b", "12345", signal);
  await board.claim("zz-swarm-a", signal);
  await board.claim("zz-other-a", signal);
  expect(await board.list("zz-swarm-", signal)).toEqual([
    { name: "zz-swarm-a", size: 0 },
    { name: "zz-swarm-b", size: 5 },
  ]);
  expect(await readdir(folder.path)).toHaveLength(4);
});

test("what is gone is gone", async () => {
  await using folder = await inFolder();
  const board = await createFolderBoard(folder.path);
  await board.put("zz-a", "1", signal);
  expect(await board.remove("zz-a", signal)).toBe(true);
  expect(await board.remove("zz-a", signal)).toBe(false);
  expect(await board.list("", signal)).toEqual([]);
  await expect(board.get("zz-a", 10, signal)).rejects.toMatchObject({ code: "board/not-found" });
});

test("more than was asked for is not read", async () => {
  await using folder = await inFolder();
  const board = await createFolderBoard(folder.path);
  await board.put("zz-a", "x".repeat(11), signal);
  await expect(board.get("zz-a", 10, signal)).rejects.toMatchObject({ code: "board/too-large" });
});

test.each(["../zz-a", "zz/a", ".draft-zz", "", "ZZ", "zz\0a", "zz-a\n"])(
  "no name leads out of the folder: %j",
  async (name) => {
    await using folder = await inFolder();
    const board = await createFolderBoard(folder.path);
    for (const act of [
      () => board.claim(name, signal),
      () => board.put(name, "x", signal),
      () => board.get(name, 10, signal),
      () => board.remove(name, signal),
    ])
      await expect(act()).rejects.toMatchObject({ code: "board/unavailable" });
  },
);

test("what is no file is not read", async () => {
  await using folder = await inFolder();
  const board = await createFolderBoard(folder.path);
  await symlink("/dev/zero", join(folder.path, "zz-a"));
  await expect(board.get("zz-a", 10, signal)).rejects.toMatchObject({ code: "board/not-found" });
});

test("what was stopped does nothing", async () => {
  await using folder = await inFolder();
  const board = await createFolderBoard(folder.path);
  const stopped = AbortSignal.abort(new Error("stopped"));
  await expect(board.claim("zz-a", stopped)).rejects.toThrow("stopped");
  expect(await board.list("", signal)).toEqual([]);
});
