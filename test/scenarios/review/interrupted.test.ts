import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { programAgent } from "../../support/program-agent.ts";
import { changedRepository } from "../../support/review-scenario.ts";
import { startCli } from "../../support/run-cli.ts";

const wait = `
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
const tell = () => writeFileSync(process.env.PIDS, process.pid + " " + child.pid);
// The others have answered once whoever asks has done nothing but wait for two seconds, which on a busy machine
// is not the same as having got no turn.
const tasks = "/proc/" + process.ppid + "/task/";
const isAsleep = (id) => /^State:\\s+S/m.test(readFileSync(tasks + id + "/status", "utf8"));
let quiet = 0;
setInterval(() => {
  quiet = readdirSync(tasks).every(isAsleep) ? quiet + 1 : 0;
  if (quiet === 20) tell();
}, 100);
`;

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends the agents, and shows what there is as partial",
  async (signal) => {
    const options = { timeout: 60, environment: ["PIDS"] };
    using repository = changedRepository(
      { ...programAgent("slow", wait, { options }), ".gitignore": "pids\n" },
      { "a.js": "debugger;\n" },
    );
    const pids = join(repository.top, "pids");
    const args = ["review", "-C", repository.top, "--format", "json"];
    const { child, ended } = startCli(args, { environment: { PIDS: pids } });
    await vi.waitFor(() => expect(existsSync(pids)).toBe(true), 120_000);
    await vi.waitFor(() => expect(readFileSync(pids, "utf8")).toMatch(/\d \d/), 60_000);
    child.kill(signal);
    const { code, stdout } = await ended;
    expect(code).toBe(3);
    const report = JSON.parse(stdout);
    expect(report.outcome).toBe("partial");
    expect(report.agents).toContainEqual(
      expect.objectContaining({
        name: "slow",
        error: expect.objectContaining({ code: "agent/stopped" }),
      }),
    );
    expect(report.findings).toMatchObject([{ rule: "leftovers/debugger" }]);
    const started = readFileSync(pids, "utf8").split(" ").map(Number);
    await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]), 60_000);
  },
);

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
