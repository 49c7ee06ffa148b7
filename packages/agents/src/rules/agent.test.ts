import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { createRulesAgent } from "./agent.ts";
import { rulesOptions } from "./options.ts";

const signal = new AbortController().signal;

function agentOf(...rules: object[]) {
  const withDefaults = rules.map((rule) => ({ id: "no-sleep", message: "Wait for it.", ...rule }));
  return createRulesAgent("acme", rulesOptions.parse({ rules: withDefaults }));
}

describe("rules", () => {
  it("speaks of added lines only", async () => {
    const task = taskOf({ "a.py": "sleep(1)\nx\n" }, { "a.py": "sleep(1)\nx\nsleep(2)\n" });
    const answer = await agentOf({ pattern: "sleep\\(" }).review(task, signal);
    expect(answer.remarks).toEqual([
      {
        place: { kind: "lines", path: "a.py", side: "new", startLine: 3, endLine: 3 },
        severity: "medium",
        category: "maintainability",
        rule: "acme/no-sleep",
        message: "Wait for it.",
        confidence: 0.9,
      },
    ]);
    expect(answer).toMatchObject({ skipped: [], corrections: [], usage: null });
  });

  it("leaves lines alone that are not under review", async () => {
    const task = taskOf({}, { "a.py": "sleep(1)\n" });
    const [file] = task.files;
    const carried = { ...task, files: file === undefined ? [] : [{ ...file, hunks: [] }] };
    expect((await agentOf({ pattern: "sleep" }).review(carried, signal)).remarks).toEqual([]);
  });

  it("offers the line with every match replaced, groups filled in and its ending kept", async () => {
    const task = taskOf({}, { "a.js": "  old(a); old(b);\r\n" });
    const rule = { pattern: "old\\((\\w+)\\)", replacement: "fresh($1, {})" };
    const [remark] = (await agentOf(rule).review(task, signal)).remarks;
    expect(remark?.suggestion).toEqual({
      startLine: 1,
      endLine: 1,
      replacement: "  fresh(a, {}); fresh(b, {});\r",
    });
  });

  it("matches the end of a line that ends in a carriage return", async () => {
    const task = taskOf({}, { "a.txt": "end\r\n" });
    expect((await agentOf({ pattern: "end$" }).review(task, signal)).remarks).toHaveLength(1);
  });

  it("narrows each rule by path, and covers no file that no rule looks at", async () => {
    const task = taskOf({}, { "src/a.js": "x\n", "src/a.test.js": "x\n", "b.md": "x\n" });
    const agent = agentOf({ pattern: "x", paths: ["src/**"], ignore: ["**/*.test.js"] });
    const { remarks } = await agent.review(task, signal);
    expect(remarks.map(({ place }) => place.kind === "lines" && place.path)).toEqual(["src/a.js"]);
    expect(task.files.filter((file) => agent.covers(file)).map(({ diff }) => diff.path)).toEqual([
      "src/a.js",
    ]);
  });

  it("judges the categories of its rules", () => {
    const agent = agentOf(
      { id: "a", pattern: "a", category: "security" },
      { id: "b", pattern: "b", category: "style" },
    );
    expect(agent.categories).toEqual(["security", "style"]);
  });

  it("cuts off a pattern that backtracks, names it and goes on with the others", async () => {
    const evil = `${"a".repeat(50)}!`;
    const task = taskOf(
      {},
      { "a.txt": `a\n${evil}\n`, "b.txt": "aa\n", "c.txt": "nothing\n", "d.md": "a\n" },
    );
    const agent = agentOf(
      { id: "slow", pattern: "^(a+)+$", paths: ["**/*.txt"] },
      { id: "quick", pattern: "nothing" },
    );
    const { remarks, skipped, corrections } = await agent.review(task, signal);
    expect(remarks.map(({ rule }) => rule)).toEqual(["acme/slow", "acme/quick"]);
    const reason = "the pattern of acme/slow was cut off at a.txt:2 after 1000 ms";
    expect(skipped).toEqual([
      { path: "a.txt", hunk: 0, reason },
      { path: "b.txt", hunk: 0, reason },
      { path: "c.txt", hunk: 0, reason },
    ]);
    expect(corrections).toEqual([{ kind: "dropped", reason, count: 3 }]);
  });

  it("searches the beginning of an endless line, and says so", async () => {
    const task = taskOf({}, { "a.txt": `${"x".repeat(20_000)}end\n` });
    const rules = [{ pattern: "end" }, { id: "start", pattern: "^x", replacement: "y" }];
    const { remarks, corrections } = await agentOf(...rules).review(task, signal);
    expect(remarks).toMatchObject([{ rule: "acme/start" }]);
    expect(remarks[0]).not.toHaveProperty("suggestion");
    expect(corrections).toEqual([
      {
        kind: "demoted",
        reason: "only the first 10000 characters of a line were searched",
        count: 1,
      },
    ]);
  });

  it("searches 10,000 lines with 20 patterns in well under the time one may take", async () => {
    const source = Array.from({ length: 10_000 }, (_, at) => `const v${at} = call(${at});`);
    const task = taskOf({}, { "a.js": `${source.join("\n")}\n` });
    const rules = Array.from({ length: 20 }, (_, at) => ({
      id: `rule-${at}`,
      pattern: `\\bcall\\(\\d*${at}77\\)|console\\.log\\((.*)\\)`,
    }));
    const start = performance.now();
    const { remarks, skipped } = await agentOf(...rules).review(task, signal);
    expect(remarks.length).toBeGreaterThan(100);
    expect(skipped).toEqual([]);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  it("stops when asked to", async () => {
    const task = taskOf({}, { "a.txt": "x\n" });
    const stopped = AbortSignal.abort(new Error("enough"));
    await expect(agentOf({ pattern: "x" }).review(task, stopped)).rejects.toThrow("enough");
  });
});

describe("rulesOptions", () => {
  const problems = (rule: object, ...more: object[]): string[] => {
    const rules = [{ id: "no-sleep", message: "m", pattern: "x", ...rule }, ...more];
    const parsed = rulesOptions.safeParse({ rules });
    return parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  };

  it("names the rule whose pattern is broken", () => {
    const [problem] = problems({ pattern: "(" });
    expect(problem).toMatch(/^rules\.0\.pattern: rule `no-sleep`: Invalid regular expression/);
  });

  it("refuses flags that keep a position, doubled ids and replacements that copy the line", () => {
    expect(problems({ flags: "g" })).toEqual(["rules.0.flags: may hold i, m, s, u and v"]);
    expect(problems({}, { id: "no-sleep", message: "m", pattern: "y" })).toEqual([
      "rules.1.id: there is another rule `no-sleep`",
    ]);
    expect(problems({ replacement: "$'" })).toEqual(["rules.0.replacement: may not use $` or $'"]);
    expect(problems({ replacement: "$$'" })).toEqual([]);
  });

  it("refuses unknown keys", () => {
    expect(problems({ patern: "x" })).toHaveLength(1);
  });
});
