import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-mesh-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Says what most of the last round said, itself included; at first what it was made for. */
const agent = `
case $SWARM_AGENTS in bob) said=no ;; *) said=yes ;; esac
if test -s "$SWARM_PEERS_FILE"; then
  yes=$(grep -o '"output":"yes"' "$SWARM_PEERS_FILE" | wc -l)
  test "$yes" -ge 2 && said=yes
fi
printf '{"output":"%s","votes":[{"item":"q","voter":"model","label":"%s"}]}' $said $said > "$SWARM_RESULT_FILE"
`;

async function mesh(args: readonly string[], script = agent) {
  const all = [
    "swarm",
    "run",
    "--topology",
    "mesh",
    "--output",
    "run",
    "--format",
    "json",
    ...args,
  ];
  const run = await runCli([...all, "--", "sh", "-c", script], {
    cwd: folder,
    input: '"q"\n',
    timeoutMs: 240_000,
  });
  const report = run.stdout === "" ? null : JSON.parse(run.stdout);
  return { ...run, report };
}

function outputs(): readonly unknown[] {
  const text = readFileSync(join(folder, "run", "results.jsonl"), "utf8");
  const lines = text.trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line).output);
}

test("agents read each other between rounds and may revise", async () => {
  const run = await mesh(["--agents", "ann,bob,cid", "--rounds", "3", "--round-deadline", "300"]);
  expect(run.code, run.stderr).toBe(0);
  expect(run.report).toMatchObject({ topology: "mesh", coverage: { tasks: 3, done: 3 } });
  expect(outputs()).toEqual(["yes", "yes", "yes"]);
  const [verdict] = run.report.verdict.verdicts;
  expect(verdict).toMatchObject({ item: "q", label: "yes", dissent: [] });
  expect(verdict.votes.map(({ voter }: { voter: string }) => voter)).toEqual([
    "model@ann",
    "model@bob",
    "model@cid",
  ]);
});

test("with one round nobody reads anybody: it is a panel", async () => {
  const run = await mesh(["--agents", "ann,bob,cid"]);
  expect(run.code, run.stderr).toBe(0);
  expect(outputs()).toEqual(["yes", "no", "yes"]);
  expect(run.report.verdict.verdicts[0]).toMatchObject({ label: "yes", dissent: ["model@bob"] });
});

test("an agent that dies holds nobody up for longer than the deadline", async () => {
  // The others answer at the same time, so that the deadline is for nobody but the one who is dead.
  const together = "until test -e ann && test -e bob; do sleep 0.1; done";
  const deadly = `touch "$SWARM_AGENTS"; test "$SWARM_AGENTS" = cid && kill -9 $PPID; ${together}; ${agent}`;
  const agents = ["--agents", "ann,bob,cid", "--rounds", "2", "--quorum", "2"];
  const limits = ["--round-deadline", "8", "--rounds-left", "0"];
  const run = await mesh([...agents, ...limits], deadly);
  expect(run.code, run.stderr).toBe(3);
  expect(run.report.coverage.missing).toMatchObject([{ key: "q@w2" }]);
  expect(outputs()).toHaveLength(2);
  // By itself a round waits for five minutes.
  expect(run.report.figures.makespan).toBeGreaterThan(8);
  expect(run.report.figures.makespan).toBeLessThan(150);
});

test("a mesh of nobody says whom to name", async () => {
  const run = await mesh([]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("how many there are");
});
