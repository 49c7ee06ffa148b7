import { expect, test } from "vitest";
import { programAgent } from "../../support/program-agent.ts";
import {
  agentIn,
  changedRepository,
  configured,
  reviewJson,
} from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const crash = 'console.error("out of cheese");\nprocess.exit(7);\n';
const after = { "a.js": "export const a = 1;\ndebugger;\n" };

test("an agent that exits with 7 is named, the others go on, and the review is partial", async () => {
  using repository = changedRepository(programAgent("cheese", crash), after);
  const run = await reviewJson(repository.top);
  expect(run.code).toBe(3);
  expect(run.report.outcome).toBe("partial");
  expect(run.report.reasons).toMatchObject([
    { code: "agent-failed", message: expect.stringContaining("cheese") },
  ]);
  expect(agentIn(run, "cheese")).toMatchObject({
    status: "failed",
    error: {
      code: "command/failed",
      message: expect.stringMatching(/exited with 7: out of cheese/),
    },
  });
  expect(run.report.findings).toMatchObject([{ rule: "leftovers/debugger" }]);
  expect(run.report.findings[0]?.votes.missing).toContain("cheese");
});

test("people read who failed, why, and what to do", async () => {
  using repository = changedRepository(programAgent("cheese", crash), after);
  const run = await runCli(["review", "-C", repository.top]);
  expect(run.code).toBe(3);
  expect(run.stdout).toMatch(/cheese\s+failed/);
  // Where the lines break depends on how long the path of Node is.
  expect(run.stdout.replaceAll(/\s+/g, " ")).toContain("exited with 7: out of cheese");
  expect(run.stdout).toContain("exit-codes");
  expect(run.stdout).toMatch(/^Partly reviewed; 1 finding in what was looked at\.$/m);
});

test("a finding that fails the review outweighs the failed agent", async () => {
  using repository = changedRepository(programAgent("cheese", crash), after);
  expect((await reviewJson(repository.top, ["--fail-on", "medium"])).code).toBe(1);
});

test.each([
  ["is not there", ["no-such-program"], "command/not-started", "it was not found"],
  ["prints rubbish", ["echo", "all fine"], "agents/not-json", "the output of `echo` is not JSON"],
  ["floods", ["yes"], "command/too-much-output", "wrote more than 0.1 MB"],
  ["is killed", ["sh", "-c", "kill -9 $$"], "command/failed", "was killed by SIGKILL"],
])("a program that %s has failed by name", async (_, run, code, message) => {
  const agents = { odd: { type: "command", run, "output-limit": 0.1 } };
  using repository = changedRepository(configured({ agents }), after);
  const result = await reviewJson(repository.top);
  expect(result.code).toBe(3);
  expect(agentIn(result, "odd").error).toMatchObject({
    code,
    message: expect.stringContaining(message),
    fix: expect.stringMatching(/\S/),
  });
  expect(result.report.coverage.missed).toBe(0);
});

test("where the only agent fails, nothing was reviewed", async () => {
  using repository = changedRepository(programAgent("cheese", crash), after);
  const { code, report } = await reviewJson(repository.top, ["--agents", "cheese"]);
  expect(code).toBe(3);
  expect(report).toMatchObject({ outcome: "not-run", reasons: [{ code: "no-agent-worked" }, {}] });
});

test("escapes in what a failing program says do not reach the terminal", async () => {
  const source = 'console.error("\\u001b[2Jgone\\u001b]0;x\\u0007");\nprocess.exit(9);\n';
  using repository = changedRepository(programAgent("loud", source), after);
  const { stdout } = await runCli(["review", "-C", repository.top]);
  expect(stdout).toContain("␛[2Jgone");
  expect(stdout).not.toContain("\u001b");
});

test("a program's environment holds nothing but what its configuration names", async () => {
  const source = `const findings = [{ severity: "info", message: JSON.stringify(process.env) }];
process.stdout.write(JSON.stringify({ findings }));
`;
  const options = { environment: ["REVIEW_MODE"] };
  using repository = changedRepository(programAgent("nosy", source, { options }), after);
  const environment = { REVIEW_MODE: "strict", DEPLOY_PASSWORD: "hunter2" };
  const { report } = await reviewJson(repository.top, [], { environment });
  const said = report.findings.find(({ agent }) => agent === "nosy")?.message;
  expect(said).toContain('"REVIEW_MODE":"strict"');
  expect(said).not.toContain("DEPLOY_PASSWORD");
});
