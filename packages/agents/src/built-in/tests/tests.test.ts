import type { Remark } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { type Files, taskOf } from "../../../../../test/support/change.ts";
import { cpuTime } from "../../../../../test/support/cpu-time.ts";
import { tests } from "./index.ts";

async function review(before: Files, after: Files): Promise<readonly Remark[]> {
  const task = taskOf(before, after);
  return (await tests.review(task, new AbortController().signal)).remarks;
}

const said = async (before: Files, after: Files): Promise<string[]> =>
  (await review(before, after)).map(({ rule, severity }) => `${severity} ${rule}`);

describe("tests/skipped-test", () => {
  const ran = 'it("adds", () => {\n  expect(sum(1, 2)).toBe(3);\n});\n';
  const skipped = ran.replace("it(", "it.skip(");

  it("is milder where a reason stands beside the marker", async () => {
    const after = { "a.test.ts": `// flaky on slow machines\n${skipped}` };
    expect(await said({ "a.test.ts": ran }, after)).toEqual(["low tests/skipped-test"]);
  });

  it("is milder where the test is new", async () => {
    expect(await said({}, { "a.test.ts": skipped })).toEqual(["low tests/skipped-test"]);
  });

  it.each<[string, string, string]>([
    [
      "JUnit",
      "src/test/java/ATest.java",
      "@Ignore\n@Test\npublic void adds() {\n  assertThat(1);\n}\n",
    ],
    ["RSpec", "spec/a_spec.rb", 'xit "adds" do\n  expect(1).to eq(1)\nend\n'],
    [
      "PHPUnit",
      "tests/ATest.php",
      "<?php\npublic function testAdds() {\n  $this->markTestSkipped();\n  $this->assertTrue(a());\n}\n",
    ],
    ["xUnit", "test/ATests.cs", '[Fact(Skip = "")]\npublic void Adds() {\n  Assert.True(a);\n}\n'],
    ["unittest", "tests/test_a.py", "def test_adds(self):\n    self.skipTest()\n    assert a\n"],
  ])("knows the markers of %s", async (_, path, text) => {
    expect(await said({}, { [path]: text })).toEqual(["low tests/skipped-test"]);
  });

  it("leaves a skip alone that depends on the machine", async () => {
    const text = "def test_adds():\n    if not server:\n        pytest.skip()\n    assert a\n";
    expect(await said({}, { "tests/test_a.py": text })).toEqual([]);
  });
});

describe("tests/removed-assertion", () => {
  const test = (name: string, body: string): string => `it("${name}", () => {\n${body}});\n`;

  it("is silent when the assertions went to another test of the file", async () => {
    const one = "  expect(a()).toBe(1);\n";
    const two = "  expect(b()).toBe(2);\n";
    const before = { "a.test.ts": test("both", one + two) };
    const after = { "a.test.ts": test("both", one) + test("second", two) };
    expect(await said(before, after)).toEqual([]);
  });

  it("points at the deleted line", async () => {
    const before = { "a.test.ts": test("adds", "  const a = sum();\n  expect(a).toBe(1);\n") };
    const after = { "a.test.ts": test("adds", "  const a = sum();\n") };
    const [remark] = await review(before, after);
    expect(remark).toMatchObject({
      severity: "medium",
      place: { kind: "lines", side: "old", startLine: 3, endLine: 3 },
    });
  });
});

describe("tests/untested-change", () => {
  const logic = "a = b()\n".repeat(12).replaceAll(/a/g, "total");
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, at) => `total = add(total, ${at})\n`).join("");
  const tested = { "tests/test_sum.py": "def test_sum():\n    assert total\n" };

  it("names the file when only one changed", async () => {
    const [remark] = await review(tested, { ...tested, "sum.py": lines(12) });
    expect(remark?.place).toEqual({ kind: "file", path: "sum.py" });
  });

  it("speaks of the change when several did", async () => {
    const after = { ...tested, "sum.py": lines(12), "product.py": logic };
    const [remark] = await review(tested, after);
    expect(remark?.place).toEqual({ kind: "change" });
  });

  it.each<[string, Files]>([
    ["a few lines", { "sum.py": lines(3) }],
    ["another language than the tests", { "sum.go": lines(12) }],
    ["documentation and examples", { "docs/sum.py": lines(12), "examples/sum.py": lines(12) }],
    [
      "generated code",
      { "sum_pb2.py": lines(12), "made.py": `# This file is generated.\n${lines(12)}` },
    ],
    ["imports and comments", { "sum.py": "import a\n# b\n".repeat(20) }],
  ])("is silent about %s", async (_, files) => {
    expect(await said(tested, { ...tested, ...files })).toEqual([]);
  });

  it("takes a Rust module of unit tests for a test", async () => {
    const module = "#[cfg(test)]\nmod tests {\n    fn a() {}\n}\n";
    const before = { "src/a.rs": module, "tests/b.rs": "fn b() {}\n" };
    const after = { ...before, "src/a.rs": `${lines(12)}${module.replace("a()", "c()")}` };
    expect(await said(before, after)).toEqual([]);
  });
});

describe("a line that is too long", () => {
  it.each([
    ["spec/a_spec.rb", "it\t"],
    ["spec/a_spec.rb", "xit \t"],
    ["tests/ATest.cs", "\t0("],
    ["src/a.test.ts", "expect(a) "],
  ])("does not take %s with %j for ever", async (path, words) => {
    const line = `${words.slice(0, 3)}${words.repeat(4_000)}x\n`;
    const began = cpuTime();
    expect(await said({}, { [path]: line.repeat(40) })).toEqual([]);
    expect(cpuTime() - began).toBeLessThan(10_000);
  });
});
