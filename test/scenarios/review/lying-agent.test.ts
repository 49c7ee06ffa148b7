import { expect, test } from "vitest";
import { programAgent, saying } from "../../support/program-agent.ts";
import { agentIn, changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const script =
  "<script>alert(1)</script> @octocat ![x](http://evil.example/a.png) \u001b[31m\u202e";
const honest = {
  path: "a.js",
  startLine: 3,
  severity: "high",
  category: "correctness",
  rule: "odd",
};
const lies = [
  { ...honest, message: script },
  { ...honest, path: "../../etc/passwd", message: "outside the repository" },
  { ...honest, path: "b.js", message: "not in the change" },
  { ...honest, startLine: 900, message: "past the end" },
  { ...honest, startLine: -4, message: "before the start" },
  { ...honest, startLine: 2 ** 60, endLine: 1e300, message: "absurd" },
  { ...honest, startLine: 30, message: "far from what changed" },
  { ...honest, severity: "apocalyptic", message: "no such severity" },
  { ...honest, confidence: 1e9, rule: "__proto__", message: "sure beyond measure" },
  { ...honest, message: "x".repeat(200_000) },
  "not even an object",
  null,
];
const before = {
  "b.js": "export const b = 1;\n",
  "a.js": `${Array.from({ length: 40 }, (_, at) => `export const v${at} = ${at};`).join("\n")}\n`,
};
const after = { "a.js": before["a.js"].replace("v2 = 2", "v2 = 22") };

test("what a lying agent says is settled on places that exist, or dropped, and counted", async () => {
  using repository = changedRepository(
    { ...before, ...programAgent("liar", saying(...lies)) },
    after,
  );
  const run = await reviewJson(repository.top);
  const { findings } = run.report;
  for (const { path, startLine, endLine, confidence, severity } of findings) {
    expect(["a.js", null]).toContain(path);
    if (startLine !== null) expect([startLine, endLine]).toEqual([3, 3]);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(severity).toBe("high");
  }
  const messages = findings.map(({ message }) => message).join("\n");
  expect(messages).toContain("<script>");
  expect(messages.length).toBeLessThan(30_000);
  for (const dropped of [
    "outside the repository",
    "not in the change",
    "absurd",
    "no such severity",
  ]) {
    expect(messages).not.toContain(dropped);
  }
  const { corrections } = agentIn(run, "liar");
  const counted = corrections.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBeGreaterThanOrEqual(7);
  for (const { reason } of corrections) expect(reason).toMatch(/\S/);
  expect(run.report.coverage.entries).toHaveLength(1);
});

test("nothing that it says acts in any format", async () => {
  using repository = changedRepository(
    { ...before, ...programAgent("liar", saying(lies[0])) },
    after,
  );
  const show = async (format: string): Promise<string> =>
    (await runCli(["review", "-C", repository.top, "--format", format])).stdout;
  const [text, json, markdown, html] = await Promise.all(
    ["text", "json", "markdown", "html"].map(show),
  );
  for (const shown of [text, json, markdown, html]) {
    expect(shown).toContain("alert(1)");
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  }
  expect(html).not.toContain("<script>alert");
  expect(html).not.toContain('http://evil.example/a.png"');
  expect(markdown).not.toMatch(/(?<![\\`\w])@octocat|(?<!\\)!\[x\]\(|^<script/m);
});

test("a flood of findings is bounded in what people and comments get", async () => {
  const flood = `const findings = Array.from({ length: 20_000 }, (_, at) => ({
    path: "a.js", startLine: 3, severity: "low", category: "style", rule: "r" + at, message: "word" + at + " " + "is wrong ".repeat(10),
  }));\nprocess.stdout.write(JSON.stringify({ findings }));\n`;
  using repository = changedRepository({ ...before, ...programAgent("flood", flood) }, after);
  const run = await reviewJson(repository.top);
  expect(run.report.commentPlan.inline.length).toBeLessThanOrEqual(30);
  const markdown = await runCli(["review", "-C", repository.top, "--format", "markdown"]);
  expect(markdown.stdout.length).toBeLessThanOrEqual(65_536);
});
