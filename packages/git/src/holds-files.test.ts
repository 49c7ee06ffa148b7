import { expect, test } from "vitest";
import { createRepository } from "../../../test/support/repository.ts";
import { holdsFiles } from "./holds-files.ts";

test("a checkout holds a commit's files as far as nothing else was merged into them", async () => {
  using repository = createRepository();
  repository.commit("start", { "a.txt": "1\n2\n3\n4\n5\n6\n7\n8\n", "b.txt": "b\n" });
  repository.git("switch", "-qc", "topic");
  const head = repository.commit("topic", {
    "a.txt": "one\n2\n3\n4\n5\n6\n7\n8\n",
    "c.txt": "c\n",
  });
  const paths = new Set(["a.txt", "c.txt"]);
  expect(await holdsFiles(repository, head, paths)).toBe(true);
  repository.git("switch", "-q", "main");
  expect(await holdsFiles(repository, head, paths)).toBe(false);
  repository.commit("elsewhere", { "b.txt": "other\n" });
  repository.git("merge", "-q", "--no-edit", "topic");
  expect(await holdsFiles(repository, head, paths)).toBe(true);
  repository.commit("the same file", { "a.txt": "one\n2\n3\n4\n5\n6\n7\neight\n" });
  expect(await holdsFiles(repository, head, paths)).toBe(false);
});
