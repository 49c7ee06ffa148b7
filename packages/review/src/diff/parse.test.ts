import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";

test("a change written by git is read back", () => {
  const change = changeOf({ "a.txt": "one\ntwo\n" }, { "a.txt": "one\n2\n", "b.txt": "new\n" });
  expect(change.files.map((file) => [file.diff.path, file.diff.change])).toEqual([
    ["a.txt", "modified"],
    ["b.txt", "added"],
  ]);
});
