import { expect, test } from "vitest";
import { createRepository } from "../../../test/support/repository.ts";
import { readFileAt } from "./read-file-at.ts";

test("a file is read as the commit holds it, whatever lies there now", async () => {
  using repository = createRepository();
  repository.write({ "a/b.yml": "then\n", "[x].yml": "odd\n" });
  repository.git("add", "--all");
  repository.git("commit", "-qm", "Begin");
  repository.write({ "a/b.yml": "now\n" });
  const read = (path: string) => readFileAt(repository, "HEAD", path, 100);
  expect(await read("a/b.yml")).toBe("then\n");
  expect(await read("[x].yml")).toBe("odd\n");
  for (const path of ["a", "none", "x.yml", "../a/b.yml"]) {
    expect(await read(path).catch(() => null), path).toBe(null);
  }
  await expect(readFileAt(repository, "HEAD", "a/b.yml", 3)).rejects.toThrow("larger than 3 bytes");
  await expect(readFileAt(repository, "none", "a/b.yml", 9)).rejects.toThrow("no commit");
});
