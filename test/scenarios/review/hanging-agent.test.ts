import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { programAgent } from "../../support/program-agent.ts";
import { agentIn, changedRepository, reviewJson } from "../../support/review-scenario.ts";

// Starts a grandchild, ignores every polite request, and never answers.
const hang = `
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
const child = spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"]);
process.on("SIGTERM", () => {});
writeFileSync(process.env.PIDS, process.pid + " " + child.pid);
setInterval(() => {}, 1000);
`;

test("an agent that hangs runs out of its time, and what it started is gone", async () => {
  const options = { timeout: 10, environment: ["PIDS"] };
  using repository = changedRepository(
    { ...programAgent("sleepy", hang, { options }), ".gitignore": "pids\n" },
    { "a.js": "debugger;\n" },
  );
  const pids = join(repository.top, "pids");
  const run = await reviewJson(repository.top, [], { environment: { PIDS: pids } });
  expect(run.code).toBe(3);
  expect(run.report.reasons).toMatchObject([
    { code: "agent-failed", message: expect.stringContaining("sleepy ran out of time") },
  ]);
  expect(agentIn(run, "sleepy")).toMatchObject({
    status: "timed-out",
    error: { code: "agent/timed-out", message: "gave no answer within 10 s" },
  });
  expect(run.report.findings).toMatchObject([{ rule: "leftovers/debugger" }]);
  const started = readFileSync(pids, "utf8").split(" ").map(Number);
  expect(started).toHaveLength(2);
  await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]), 60_000);
});

test("an agent's time limit may be that of the whole review", async () => {
  const wait = "setTimeout(() => {}, 600_000);\n";
  using repository = changedRepository(programAgent("sleepy", wait, { review: { timeout: 1 } }), {
    "a.js": "export {};\n",
  });
  const run = await reviewJson(repository.top);
  expect(agentIn(run, "sleepy").status).toBe("timed-out");
  expect(agentIn(run, "sleepy").durationMs).toBeLessThan(120_000);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended but was not reaped yet is as good as gone.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
