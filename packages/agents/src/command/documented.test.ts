import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { severitiesOf } from "../reported/severity.ts";
import { Tally } from "../reported/tally.ts";
import { TaskLines } from "../reported/task-lines.ts";
import { parseFindings } from "./findings.ts";
import { commandTask } from "./task-json.ts";

const page = readFileSync(new URL("../../../../docs/commands.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = ""]) => text);
const task = taskOf({}, { "src/a.ts": "one\ntwo\n" });

describe("the page about commands", () => {
  it("shows the task as it is", () => {
    expect(JSON.parse(examples[0] ?? "")).toEqual(commandTask(task, task.files));
  });

  it("shows an answer that is taken as it stands", () => {
    const tally = new Tally();
    const { remarks, skipped } = parseFindings(examples[1] ?? "", {
      agent: "house",
      place: "commands.md",
      roots: [],
      lines: new TaskLines(task),
      severities: severitiesOf(undefined),
      categories: null,
      tally,
    });
    expect(remarks).toEqual([
      {
        place: { kind: "lines", path: "src/a.ts", side: "new", startLine: 1, endLine: 2 },
        severity: "medium",
        category: "correctness",
        rule: "house/no-one",
        message: "Say what is wrong and what to do.",
        suggestion: { startLine: 1, endLine: 2, replacement: "three" },
        confidence: 0.9,
      },
    ]);
    expect(skipped).toEqual([{ path: "src/a.ts", hunk: 0, reason: "too large for this program" }]);
  });
});
