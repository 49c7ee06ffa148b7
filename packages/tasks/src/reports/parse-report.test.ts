import { describe, expect, test } from "vitest";
import { cpuTime } from "../../../../test/support/cpu-time.ts";
import { parseTestReport } from "./parse-report.ts";

const seconds = (text: string) =>
  (parseTestReport(text) ?? []).map(({ file, seconds: lasted }) => [
    file,
    Number(lasted.toFixed(3)),
  ]);

describe("JUnit", () => {
  test("of vitest names files as classes", () => {
    const text = `<?xml version="1.0" encoding="UTF-8" ?>
<testsuites name="vitest tests" tests="3" time="1.2">
  <testsuite name="src/a.test.ts" tests="2" failures="1" time="0.9">
    <testcase classname="src/a.test.ts" name="one &gt; two" time="0.4"></testcase>
    <testcase classname="src/a.test.ts" name="three" time="0.5">
      <failure message="expected 1 to be 2" type="AssertionError">at src/a.test.ts:3</failure>
    </testcase>
  </testsuite>
  <testsuite name="src/b.test.ts"><testcase classname="src/b.test.ts" name="x" time="0.3"/></testsuite>
</testsuites>`;
    expect(parseTestReport(text)).toEqual([
      { file: "src/a.test.ts", seconds: 0.9, cases: 2, failed: 1, message: "expected 1 to be 2" },
      { file: "src/b.test.ts", seconds: 0.3, cases: 1, failed: 0, message: null },
    ]);
  });

  test("of pytest names modules, or files where it is told to", () => {
    const module = `<testsuites><testsuite name="pytest"><testcase classname="tests.test_a.TestB" name="c" time="0.25"/></testsuite></testsuites>`;
    expect(seconds(module)).toEqual([["tests.test_a.TestB", 0.25]]);
    const file = `<testsuite name="pytest"><testcase classname="tests.test_a" file="tests/test_a.py" time="1,250.5"/></testsuite>`;
    expect(seconds(file)).toEqual([["tests/test_a.py", 1250.5]]);
  });

  test("that is cut off gives the cases that it has", () => {
    const text = `<testsuite name="a.test.js"><testcase time="1"/><testcase time="2"><fail`;
    expect(seconds(text)).toEqual([["a.test.js", 1]]);
  });

  test("that declares entities is none", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(1000)}">]>
<testsuite name="a.test.js"><testcase time="1" name="&b;"/></testsuite>`;
    expect(parseTestReport(bomb)).toEqual([]);
    const outside = `<!DOCTYPE x SYSTEM "file:///etc/passwd"><testsuite name="a.js"><testcase time="1"/></testsuite>`;
    expect(parseTestReport(outside)).toEqual([]);
  });

  test("of a hundred thousand cases is read in seconds, and one without an end as well", () => {
    const one = `<testcase classname="src/a.test.ts" name="x" time="0.001"/>`;
    const began = cpuTime();
    const many = parseTestReport(`<testsuite>${one.repeat(100_000)}</testsuite>`);
    expect(many?.[0]).toMatchObject({ file: "src/a.test.ts", cases: 100_000 });
    expect(parseTestReport("<a>".repeat(1_000_000))).toEqual([]);
    expect(parseTestReport(`<testsuite name="${"x".repeat(5_000_000)}`)).toEqual([]);
    expect(cpuTime() - began).toBeLessThan(10_000);
  });

  test.each(["1e999", "-1", "x", "NaN"])("with a time of %s has no duration", (time) => {
    expect(seconds(`<testcase classname="a.js" time="${time}"/>`)).toEqual([["a.js", 0]]);
  });
});

test("jest and vitest as JSON", () => {
  const report = {
    numTotalTests: 2,
    testResults: [
      {
        name: "/home/ci/src/a.test.js",
        status: "failed",
        startTime: 1000,
        endTime: 3500.5,
        assertionResults: [
          { status: "passed", duration: 5 },
          { status: "failed", failureMessages: ["Error: no"] },
        ],
      },
      {
        name: "/home/ci/src/b.test.js",
        status: "failed",
        message: "cannot load",
        assertionResults: [],
      },
      { name: 7 },
      null,
    ],
  };
  expect(parseTestReport(JSON.stringify(report))).toEqual([
    { file: "/home/ci/src/a.test.js", seconds: 2.5005, cases: 2, failed: 1, message: "Error: no" },
    { file: "/home/ci/src/b.test.js", seconds: 0, cases: 1, failed: 1, message: "cannot load" },
  ]);
});

test("pytest-json-report", () => {
  const report = {
    exitcode: 1,
    tests: [
      {
        nodeid: "t/test_a.py::T::x[1]",
        outcome: "passed",
        setup: { duration: 0.5 },
        call: { duration: 1 },
      },
      { nodeid: "t/test_a.py::y", outcome: "failed", call: { duration: 2 }, teardown: null },
    ],
  };
  expect(parseTestReport(JSON.stringify(report))).toEqual([
    { file: "t/test_a.py", seconds: 3.5, cases: 2, failed: 1, message: "t/test_a.py::y: failed" },
  ]);
});

test("the durations that pytest prints", () => {
  const text = `===== slowest durations =====
1.20s call     tests/test_a.py::test_b
0.30s setup    tests/test_a.py::test_b
(3 durations < 0.005s hidden.)
2.00s call     tests/test_c.py::TestD::test_e[x y]
`;
  expect(seconds(text)).toEqual([
    ["tests/test_a.py", 1.5],
    ["tests/test_c.py", 2],
  ]);
});

test("go test -json, by package, with what programs print in between", () => {
  const text = `{"Action":"start","Package":"example.com/m/a"}
{"Action":"run","Package":"example.com/m/a","Test":"TestX"}
hello from the program
{"Action":"fail","Package":"example.com/m/a","Test":"TestX/sub","Elapsed":0.1}
{"Action":"fail","Package":"example.com/m/a","Test":"TestX","Elapsed":0.2}
{"Action":"pass","Package":"example.com/m/a","Test":"TestY","Elapsed":0}
{"Action":"fail","Package":"example.com/m/a","Elapsed":1.5}
{"Action":"pass","Package":"example.com/m/b","Elap`;
  expect(parseTestReport(text)).toEqual([
    { file: "example.com/m/a", seconds: 1.5, cases: 2, failed: 2, message: "TestX failed" },
  ]);
});

test.each(["", "hello", "{}", '{"testResults": 1}', "[1]", "{", "null"])(
  "%j is no report",
  (text) => {
    expect(parseTestReport(text)).toBeNull();
  },
);
