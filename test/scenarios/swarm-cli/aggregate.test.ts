import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeCrowd } from "../../support/crowd.ts";
import { type CliRun, runCli } from "../../support/run-cli.ts";

const votes = [
  { item: "deploy", voter: "ann", label: "yes" },
  { item: "deploy", voter: "gpt-1", provider: "gpt", label: "no" },
  { item: "deploy", voter: "gpt-2", provider: "gpt", label: "no" },
  { item: "deploy", voter: "\u001b[2J", label: "yes" },
  { item: "deploy", voter: "late", label: null },
];

function jsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

function aggregate(input: string, ...more: readonly string[]): Promise<CliRun> {
  return runCli(["swarm", "aggregate", "--votes", "-", ...more], { input, timeoutMs: 240_000 });
}

test("verdicts for people: what was decided, who is against it, and nothing raw", async () => {
  const run = await aggregate(jsonLines(votes), "--rule", "majority");
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("deploy: yes (");
  expect(run.stdout).toContain("4 votes · against it: gpt-1, gpt-2 · absent: late");
  expect(run.stdout).not.toContain("\u001b");
});

test("as JSON the same votes in any order give the same bytes", async () => {
  const [one, other] = await Promise.all(
    [votes, [...votes].reverse()].map((rows) =>
      aggregate(jsonLines(rows), "--rule", "quorum:2", "--format", "json"),
    ),
  );
  expect(one?.stdout).toBe(other?.stdout);
  expect(JSON.parse(one?.stdout ?? "")).toMatchObject({
    rule: "quorum:2",
    applied: "quorum:2",
    verdicts: [{ item: "deploy", label: "yes", dissent: ["gpt-1", "gpt-2"], absences: ["late"] }],
  });
});

test("a file of 100,000 votes, and what is known of the voters", async () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-votes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const crowd = makeCrowd({
    name: "",
    seed: 1,
    items: 20_000,
    shares: [0.5, 0.3, 0.2],
    folk: [{ count: 5, how: "honest", accuracy: 0.75 }],
  });
  writeFileSync(join(folder, "votes.jsonl"), jsonLines(crowd.votes));
  writeFileSync(
    join(folder, "known.json"),
    '{"v0-0":{"right":30,"wrong":2},"__proto__":{"right":1,"wrong":1}}',
  );
  const args = ["--votes", "votes.jsonl", "--rule", "dawid-skene", "--reliability", "known.json"];
  const all = ["swarm", "aggregate", "-C", folder, ...args, "--format", "json"];
  const run = await runCli(all, { timeoutMs: 240_000 });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const made = JSON.parse(run.stdout);
  expect(made).toMatchObject({ applied: "dawid-skene", note: null });
  expect(made.verdicts).toHaveLength(20_000);
  expect(made.voters[0].reliability).toBeCloseTo(0.75, 1);
});

test.each([
  ["{", "consensus/malformed-votes", "standard input:6"],
  [
    JSON.stringify(votes[0]),
    '"ann" votes twice on "deploy"; the first time is in line 1',
    "standard input:6",
  ],
])("a bad line is named: %s", async (line, _message, place) => {
  const run = await aggregate(`${jsonLines(votes)}${line}\n`, "--rule", "majority");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(`at ${place}`);
});

test("too few providers for byzantine are an error that says how many there are", async () => {
  const run = await aggregate(jsonLines(votes.slice(0, 3)), "--rule", "byzantine:1");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(
    '2 providers were asked about "deploy"; that 1 may be wrong takes 4',
  );
});

test("an unknown rule is refused with those that there are", async () => {
  const run = await aggregate("", "--rule", "dictator");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("Use majority, quorum, unanimous, weighted, borda, approval");
});
