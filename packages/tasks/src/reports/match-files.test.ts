import { expect, test } from "vitest";
import { matchFiles } from "./match-files.ts";

const keys = [
  "src/a.test.ts",
  "src/deep/a.test.ts",
  "tests/test_a.py",
  "java/src/test/java/com/acme/FooTest.java",
  "pkg/parse",
];

const match = (file: string) => {
  const report = { file, seconds: 1, cases: 1, failed: 0, message: null };
  return [...matchFiles([report], keys, "/home/ci/repo").keys()];
};

test.each([
  ["src/a.test.ts", "src/a.test.ts"],
  ["./src/a.test.ts", "src/a.test.ts"],
  ["/home/ci/repo/src/deep/a.test.ts", "src/deep/a.test.ts"],
  ["/home/runner/other/src/deep/a.test.ts", "src/deep/a.test.ts"],
  ["C:\\repo\\src\\deep\\a.test.ts", "src/deep/a.test.ts"],
  ["test_a.py", "tests/test_a.py"],
  ["tests.test_a", "tests/test_a.py"],
  ["tests.test_a.TestB", "tests/test_a.py"],
  ["com.acme.FooTest", "java/src/test/java/com/acme/FooTest.java"],
  ["example.com/module/pkg/parse", "pkg/parse"],
])("%s is %s", (file, key) => {
  expect(match(file)).toEqual([key]);
});

test.each(["a.test.ts", "src/b.test.ts", "", "../../etc/passwd", "__proto__"])(
  "%j is none, or could be several",
  (file) => {
    expect(match(file)).toEqual([]);
  },
);

test("parts of one file are added up", () => {
  const part = { seconds: 1, cases: 2, failed: 1, message: "no" };
  const reports = ["tests.test_a.TestB", "tests.test_a.TestC"].map((file) => ({ file, ...part }));
  expect(matchFiles(reports, keys, "/home/ci/repo").get("tests/test_a.py")).toEqual({
    file: "tests/test_a.py",
    seconds: 2,
    cases: 4,
    failed: 2,
    message: "no",
  });
});
