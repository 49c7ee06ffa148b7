import { mkdtempDisposable, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createFolderBoard } from "./folder-board.ts";

/** A disk that has room for four characters of a file. */
vi.mock("node:fs/promises", async (load) => {
  const real = await load<typeof import("node:fs/promises")>();
  const writeFile: typeof real.writeFile = async (file, data, options) => {
    const text = String(data);
    await real.writeFile(file, text.slice(0, 4), options);
    if (text.length > 4) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
  };
  return { ...real, writeFile };
});

test("what could not be written whole is not there, and takes no room from the next", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "board-"));
  const board = await createFolderBoard(folder.path);
  const { signal } = new AbortController();
  await expect(board.put("zz-a", "12345", signal)).rejects.toMatchObject({
    code: "board/unavailable",
  });
  expect(await readdir(folder.path)).toEqual([]);
  expect(await board.put("zz-a", "1234", signal)).toBe("kept");
  expect(await readdir(folder.path)).toEqual(["zz-a"]);
});
