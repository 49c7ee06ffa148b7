import type { ReviewTask, RuleDoc, TaskFile } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { addedLines, placeOfLines } from "./added-lines.ts";
import { type BuiltInAgent, defineBuiltIn, type Observation } from "./define.ts";

const doc: RuleDoc = {
  id: "lines/added",
  title: "Any added line",
  severity: "low",
  category: "style",
  why: "To see one.",
  fix: "None.",
  flagged: [],
  clean: [],
};

function agentOf(
  see: (file: TaskFile) => Observation[],
  skips?: (file: TaskFile) => string | null,
) {
  const rule = { doc, check: (task: ReviewTask) => task.files.flatMap(see) };
  return defineBuiltIn({
    name: "lines",
    rules: [rule],
    covers: () => true,
    ...(skips && { skips }),
  });
}

function everyLine(file: TaskFile): Observation[] {
  return [...addedLines(file)].map((line) => ({ place: placeOfLines(line), message: line.text }));
}

function answerOf(agent: BuiltInAgent, task: ReviewTask) {
  return agent.review(task, new AbortController().signal);
}

describe("defineBuiltIn", () => {
  it("fills in from the rule's document what an observation leaves out", async () => {
    const { remarks } = await answerOf(agentOf(everyLine), taskOf({}, { "a.txt": "a\n" }));
    const place = { kind: "lines", path: "a.txt", side: "new", startLine: 1, endLine: 1 };
    const { id: rule, severity, category } = doc;
    expect(remarks).toEqual([{ place, rule, severity, category, message: "a", confidence: 0.9 }]);
  });

  it("names the hunks of files that it did not read, with the reason", async () => {
    const skips = (file: TaskFile) => (file.diff.path === "b.txt" ? "too large" : null);
    const task = taskOf({}, { "a.txt": "a\n", "b.txt": "b\n" });
    const { remarks, skipped } = await answerOf(agentOf(everyLine, skips), task);
    expect(remarks.map((remark) => remark.message)).toEqual(["a"]);
    expect(skipped).toEqual([{ path: "b.txt", hunk: 0, reason: "too large" }]);
  });

  it("turns what goes beyond fifty lines of one file into one remark, as severe as the worst", async () => {
    const see = (file: TaskFile): Observation[] =>
      everyLine(file).map((seen, at) => (at === 70 ? { ...seen, severity: "high" } : seen));
    const task = taskOf({}, { "a.txt": "a\n".repeat(90), "b.txt": "b\n".repeat(50) });
    const { remarks } = await answerOf(agentOf(see), task);
    expect(remarks).toHaveLength(101);
    expect(remarks.at(-1)).toMatchObject({
      place: { kind: "file", path: "a.txt" },
      severity: "high",
      message: expect.stringMatching(/^40 more places in this file .*: any added line\./),
    });
  });

  it("stops before the next rule when it is told to", async () => {
    const stopped = agentOf(everyLine).review(taskOf({}, {}), AbortSignal.abort());
    await expect(stopped).rejects.toThrow();
  });
});
