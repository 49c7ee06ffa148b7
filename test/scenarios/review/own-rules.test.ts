import { expect, test } from "vitest";
import {
  agentIn,
  changedRepository,
  configured,
  reviewJson,
} from "../../support/review-scenario.ts";

const house = (...rules: object[]) => configured({ agents: { house: { type: "rules", rules } } });
const sleep = {
  id: "no-sleep",
  pattern: "\\btime\\.sleep\\((\\d+)\\)",
  replacement: "wait_for($1)",
  message: "Wait for the condition instead of sleeping.",
  paths: ["**/*.py"],
  severity: "high",
  category: "correctness",
};

test("an organisation's own rule speaks on added lines of its paths, with a replacement", async () => {
  const before = { "a.py": "time.sleep(1)\n", ...house(sleep) };
  const after = { "a.py": "time.sleep(1)\n  time.sleep(22)\n", "a.md": "time.sleep(3)\n" };
  using repository = changedRepository(before, after);
  const { code, report } = await reviewJson(repository.top, ["--agents", "house"]);
  expect(code).toBe(1);
  expect(report.findings).toMatchObject([
    {
      rule: "house/no-sleep",
      path: "a.py",
      startLine: 2,
      severity: "high",
      message: sleep.message,
      suggestion: { startLine: 2, endLine: 2, replacement: "  wait_for(22)" },
    },
  ]);
});

test("a pattern that backtracks for ever is cut off and named, and the review is partial", async () => {
  const slow = { id: "slow", pattern: "^(a+)+$", message: "Never found." };
  const quick = { id: "quick", pattern: "TODO", message: "Do it." };
  using repository = changedRepository(house(slow, quick), {
    "evil.txt": `${"a".repeat(60)}!\n`,
    "plain.txt": "TODO\n",
  });
  const run = await reviewJson(repository.top);
  expect(run.code).toBe(3);
  expect(run.report.outcome).toBe("partial");
  expect(run.report.findings.map(({ rule }) => rule)).toContain("house/quick");
  expect(JSON.stringify(run.report.reasons)).toContain("house");
  expect(JSON.stringify(agentIn(run, "house").corrections)).toMatch(/house\/slow was cut off/);
});
