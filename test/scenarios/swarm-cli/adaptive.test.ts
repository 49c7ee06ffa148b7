import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-adaptive-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Answers for everybody who is asked: of `hard` only bob says no. */
const panel = `
votes=""
for agent in $SWARM_AGENTS; do
  label=yes; test "$SWARM_TASK_KEY" = hard && test $agent = bob && label=no
  votes="$votes,{\\"item\\":$SWARM_TASK,\\"voter\\":\\"$agent\\",\\"label\\":\\"$label\\"}"
done
printf '{"votes":[%s]}' "\${votes#,}" > "$SWARM_RESULT_FILE"
`;

function adaptive(args: readonly string[]) {
  const all = ["swarm", "run", "--topology", "adaptive", "--agents", "ann,bob,cid,dan,eva"];
  return runCli([...all, "--output", "run", "--format", "json", ...args, "--", "sh", "-c", panel], {
    cwd: folder,
    input: '"plain"\n"hard"\n',
    timeoutMs: 240_000,
  });
}

function keys(): readonly string[] {
  const text = readFileSync(join(folder, "run", "results.jsonl"), "utf8");
  const lines = text.trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line).key);
}

test("one more agent is asked only of what is uncertain, while rounds are left", async () => {
  const run = await adaptive(["--rounds-left", "4"]);
  expect(run.code, run.stderr).toBe(0);
  expect(keys()).toEqual(["plain", "hard", "hard+dan", "hard+eva"]);
  const report = JSON.parse(run.stdout);
  expect(report.rounds).toBe(3);
  expect(report.verdict.verdicts).toMatchObject([
    { item: "hard", label: "yes", dissent: ["bob"], votes: { length: 5 } },
    { item: "plain", label: "yes", dissent: [], votes: { length: 3 } },
  ]);
});

test("whoever is content with less asks fewer", async () => {
  const run = await adaptive(["--rounds-left", "4", "--certainty", "0.6"]);
  expect(run.code, run.stderr).toBe(0);
  expect(keys()).toEqual(["plain", "hard"]);
});

test("no round left, nobody asked", async () => {
  const run = await adaptive(["--rounds-left", "0"]);
  expect(run.code, run.stderr).toBe(0);
  expect(keys()).toEqual(["plain", "hard"]);
});
