import { expect, test } from "vitest";
import { modelKey, startModelServer } from "../../support/model-server.ts";
import {
  agentIn,
  changedRepository,
  configured,
  reviewJson,
} from "../../support/review-scenario.ts";

const before = { "a.js": "export const a = 1;\n" };
const after = { "a.js": "export const a = 1;\ndebugger;\n" };
const environment = { MODEL_KEY: modelKey };
const protocols = ["openai", "anthropic"] as const;

test.each(protocols)(
  "a %s model that answers garbage is named; the rest stands",
  async (protocol) => {
    await using server = await startModelServer(() => "Looks good to me! {findings: [");
    using repository = changedRepository(
      { ...before, ...configured({ agents: { ai: server.agent(protocol) } }) },
      after,
    );
    const run = await reviewJson(repository.top, [], { environment });
    expect(run.code).toBe(3);
    expect(run.report.outcome).toBe("partial");
    expect(run.report.reasons).toMatchObject([
      { code: "agent-failed", message: expect.stringContaining("ai-correctness") },
    ]);
    expect(agentIn(run, "ai-correctness").error).toMatchObject({
      code: "model/malformed-answer",
      fix: expect.stringMatching(/\S/),
    });
    expect(run.report.findings).toMatchObject([{ rule: "leftovers/debugger" }]);
    // Asked once, and once more to mend its answer.
    expect(server.seen).toHaveLength(2);
  },
);

test.each(protocols)(
  "a storm of 429 over %s ends, by name, through every fallback",
  async (protocol) => {
    await using server = await startModelServer(() => ({
      status: 429,
      message: "slow down",
      retryAfter: 0.1,
    }));
    const agent = server.agent(protocol, { fallback: ["small", "tiny"], timeout: 20 });
    using repository = changedRepository(
      { ...before, ...configured({ agents: { ai: agent } }) },
      after,
    );
    const run = await reviewJson(repository.top, [], { environment });
    expect(run.code).toBe(3);
    expect(agentIn(run, "ai-correctness")).toMatchObject({
      status: expect.stringMatching(/^(?:failed|timed-out)$/),
      error: { code: expect.stringMatching(/^(?:model\/rate-limited|agent\/timed-out)$/) },
    });
    expect(run.report.findings).toMatchObject([{ rule: "leftovers/debugger" }]);
    expect(server.seen.length).toBeLessThan(50);
  },
);

test.each(protocols)("a fallback of a busy %s model does the work", async (protocol) => {
  await using server = await startModelServer((model) =>
    model === "small" ? { findings: [] } : { status: 404, message: "no such model" },
  );
  const agent = server.agent(protocol, { fallback: ["small"] });
  using repository = changedRepository(
    { ...before, ...configured({ agents: { ai: agent } }) },
    after,
  );
  const run = await reviewJson(repository.top, [], { environment });
  expect(run.report.outcome).toBe("findings");
  expect(agentIn(run, "ai-correctness")).toMatchObject({ status: "ok", usage: { requests: 1 } });
});

test("a refused key fails at once, and is not printed", async () => {
  await using server = await startModelServer(() => ({ status: 401, message: `bad ${modelKey}` }));
  using repository = changedRepository(
    { ...before, ...configured({ agents: { ai: server.agent("openai") } }) },
    after,
  );
  const run = await reviewJson(repository.top, [], { environment });
  expect(agentIn(run, "ai-correctness").error).toMatchObject({ code: "model/refused" });
  expect(`${run.stdout}${run.stderr}`).not.toContain(modelKey);
  expect(server.seen).toHaveLength(1);
});

test("when the budget is used up, what was not read is counted and the review is partial", async () => {
  await using server = await startModelServer(() => ({ findings: [] }));
  const lines = Array.from({ length: 3000 }, (_, at) => `export const v${at} = call(${at});\n`);
  const agents = { ai: server.agent("openai", { "max-input-tokens": 8000, parallel: 1 }) };
  using repository = changedRepository(
    configured({ review: { budget: { tokens: 18_000 } }, agents }),
    { "big.ts": lines.join(""), "small.ts": "export {};\n" },
  );
  const run = await reviewJson(repository.top, ["--agents", "ai"], { environment });
  expect(run.code).toBe(3);
  expect(server.seen.length).toBeGreaterThan(0);
  expect(run.report.coverage.missed).toBeGreaterThan(0);
  expect(run.report.coverage.entries).toContainEqual(
    expect.objectContaining({ status: "missed", reason: expect.stringContaining("budget") }),
  );
});
