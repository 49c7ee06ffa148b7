import { expect, test } from "vitest";
import { modelKey, startModelServer } from "../../support/model-server.ts";
import {
  agentIn,
  changedRepository,
  configured,
  reviewJson,
} from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const before = { "src/pay.ts": "export async function pay() {\n  await charge();\n}\n" };
const after = { "src/pay.ts": "export async function pay() {\n  charge();\n}\n" };
const environment = { MODEL_KEY: modelKey };
const said = {
  path: "src/pay.ts",
  side: "new",
  start_line: 2,
  end_line: 2,
  severity: "medium",
  rule: "missing-await",
  message: "The promise of charge is not awaited, so a failed charge is lost.",
  suggestion: "  await charge();",
  confidence: 0.9,
};
const sarif = {
  version: "2.1.0",
  runs: [
    {
      tool: { driver: { name: "lint" } },
      results: [
        {
          ruleId: "no-floating-promises",
          level: "warning",
          message: { text: "The promise of charge is not awaited." },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "src/pay.ts" },
                region: { startLine: 2 },
              },
            },
          ],
        },
      ],
    },
  ],
};

test.each(["openai", "anthropic"] as const)(
  "what a model behind %s and a linter both say is one finding with two votes",
  async (protocol) => {
    await using server = await startModelServer(() => ({ findings: [said] }));
    const agents = {
      ai: server.agent(protocol, { price: { input: 2, output: 10 } }),
      lint: { type: "sarif", file: "lint.sarif" },
    };
    const files = { ...configured({ agents }), "lint.sarif": JSON.stringify(sarif) };
    using repository = changedRepository({ ...before, ...files }, after);
    const run = await reviewJson(repository.top, [], { environment });
    const merged = run.report.findings.filter(({ path }) => path === "src/pay.ts");
    expect(merged.filter(({ startLine }) => startLine === 2)).toMatchObject([
      {
        agents: ["ai-correctness", "lint"],
        votes: { yes: ["ai-correctness", "lint"], no: [] },
        standing: "agreed",
        suggestion: { startLine: 2, endLine: 2, replacement: "  await charge();" },
      },
    ]);
    expect(run.report.usage).toEqual({
      requests: 1,
      inputTokens: 1000,
      outputTokens: 100,
      costUsd: 0.003,
    });
    expect(agentIn(run, "ai-correctness")).toMatchObject({ status: "ok", provider: "large" });
    expect(run.stdout).not.toContain(modelKey);
  },
);

test("what a model says of places that do not exist is left out and counted", async () => {
  const invented = [
    { ...said, path: "src/none.ts" },
    { ...said, start_line: 4000, end_line: 4001 },
  ];
  await using server = await startModelServer(() => ({ findings: [said, ...invented] }));
  using repository = changedRepository(
    { ...before, ...configured({ agents: { ai: server.agent("openai") } }) },
    after,
  );
  const run = await reviewJson(repository.top, ["--agents", "ai"], { environment });
  expect(run.report.findings.filter(({ startLine }) => startLine !== null)).toHaveLength(1);
  const counts = agentIn(run, "ai-correctness").corrections.map(({ count }) => count);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
});

test("a secret of the change is not sent to a model, nor the key shown anywhere", async () => {
  const secret = ["gh", "p_", "Zk3vQ8mXw1RtYp7LsBn2AdU5Hj9KcE0fGqWz"].join("");
  await using server = await startModelServer(() => ({
    findings: [{ ...said, message: `I know ${modelKey} and ${secret}` }],
  }));
  using repository = changedRepository(
    { ...before, ...configured({ agents: { ai: server.agent("openai") } }) },
    { "src/pay.ts": `${after["src/pay.ts"]}export const token = "${secret}";\n` },
  );
  const { stdout } = await runCli(["review", "-C", repository.top], { environment });
  expect(server.seen.length).toBeGreaterThan(0);
  expect(JSON.stringify(server.seen)).not.toContain(secret.slice(10));
  expect(stdout).toContain("I know *** and ***");
});

test("without its key a model takes no part, and the variable is named", async () => {
  await using server = await startModelServer(() => ({ findings: [] }));
  using repository = changedRepository(
    { ...before, ...configured({ agents: { ai: server.agent("anthropic") } }) },
    after,
  );
  const run = await reviewJson(repository.top);
  expect(run.code).toBe(3);
  expect(agentIn(run, "ai-correctness")).toMatchObject({
    status: "unhealthy",
    error: { code: "model/no-key", message: expect.stringContaining("MODEL_KEY") },
  });
  expect(server.seen).toHaveLength(0);
});
