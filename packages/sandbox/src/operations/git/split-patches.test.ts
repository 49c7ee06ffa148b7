import { expect, it } from "vitest";
import { splitPatches } from "./split-patches.ts";

it("cuts a diff into the hunks of its files, without their headers", () => {
  const diff = [
    "diff --git a/one b/one",
    "index 1..2 100644",
    "--- a/one",
    "+++ b/one",
    "@@ -1 +1 @@",
    "-a",
    "+b",
    "diff --git a/two b/two",
    "old mode 100644",
    "new mode 100755",
    "diff --git a/three b/three",
    "Binary files a/three and b/three differ",
    "",
  ].join("\n");
  expect(splitPatches(diff)).toEqual(["@@ -1 +1 @@\n-a\n+b", "", ""]);
  expect(splitPatches("")).toEqual([]);
});

it("takes no changed line for the beginning of a file", () => {
  const diff = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n a\n+diff --git a/y b/y\n";
  expect(splitPatches(diff)).toEqual(["@@ -1 +1,2 @@\n a\n+diff --git a/y b/y"]);
});
