import { builtInAgents, createPanel } from "@swarm-actions/agents";
import { Redactor } from "@swarm-actions/core";
import { formats, type ReviewReport, render } from "@swarm-actions/report";
import {
  type Agent,
  decodeState,
  defaultReviewSettings,
  type Remark,
  type ReviewRequest,
  reviewChange,
} from "@swarm-actions/review";
import { beforeAll, describe, expect, test } from "vitest";
import { changeOf } from "../support/change.ts";

// Put together at run time, so that no scanner finds a secret in the project itself.
const value = ["gh", "p_", "Zk3vQ8mXw1RtYp7LsBn2AdU5Hj9KcE0fGqWz"].join("");
const change = changeOf(
  { "src/ci.ts": "export const one = 1;\n" },
  { "src/ci.ts": `export const one = 1;\nexport const token = "${value}";\nlogin(token);\n` },
);

/** A linter that repeats what it sees, in its words and in what it suggests. */
const parrot: Agent = {
  name: "parrot",
  provider: "parrot",
  weight: 1,
  categories: ["security", "correctness"],
  covers: () => true,
  async review({ files }) {
    const lines = files.flatMap(({ diff }) => diff.hunks.flatMap((hunk) => hunk.lines));
    const added = lines.filter(({ kind }) => kind === "added");
    const remarks = added.map(({ text, newLine }) => echo(text, newLine ?? 1));
    return { remarks, skipped: [], corrections: [], usage: null };
  },
};

function echo(text: string, line: number): Remark {
  return {
    place: { kind: "lines", path: "src/ci.ts", side: "new", startLine: line, endLine: line },
    severity: "high",
    category: "correctness",
    rule: "parrot/seen",
    message: `I saw ${text.trim()}`,
    confidence: 0.9,
    suggestion: { startLine: line, endLine: line, replacement: `// was ${text}` },
  };
}

/** A review as the command line makes it; each run has a memory of its own for what it met. */
async function report(previous: ReviewRequest["previous"]): Promise<ReviewReport> {
  const redactor = new Redactor();
  const secrets = builtInAgents.filter(({ name }) => name === "secrets");
  const panel = createPanel({
    agents: [...secrets, parrot].map((agent) => ({ agent, timeoutMs: 20_000 })),
    concurrency: 2,
    redactor,
    signal: new AbortController().signal,
  });
  const settings = defaultReviewSettings;
  const result = await reviewChange({ change, panel, settings, panelDigest: "both", previous });
  const rules = secrets.flatMap((agent) => agent.rules);
  const redact = (text: string): string => redactor.redact(text);
  return { result, change, rules, redact, tool: { version: "0.1.0" } };
}

const look = { color: false, width: 100 };

let first: ReviewReport;
let second: ReviewReport;
beforeAll(async () => {
  first = await report(null);
  second = await report(decodeState(await render(first, "markdown", look)));
});

test("the second review carries over what the first one found", () => {
  expect(second.result.incremental).toEqual({ mode: "incremental", carriedHunks: 1 });
  expect(second.result.findings).toHaveLength(first.result.findings.length);
});

describe.each(formats)("as %s", (format) => {
  test("a secret is reported and its value is nowhere, be it new or carried over", async () => {
    for (const review of [first, second]) {
      const shown = await render(review, format, look);
      expect(shown).toContain("secrets/github");
      expect(shown).toContain("parrot/seen");
      expect(shown.includes(value)).toBe(false);
      expect(shown.includes(value.slice(4, 20))).toBe(false);
    }
  });
});

test("nor is it in the state that the next review starts from", () => {
  expect(JSON.stringify(first.result.state).includes(value)).toBe(false);
});
