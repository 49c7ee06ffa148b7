import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedRepository } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const remark = {
  path: "src/a.js",
  startLine: 2,
  endLine: 2,
  rule: "wrong",
  severity: "medium",
  category: "correctness",
  message: "The sum is wrong for negative numbers.",
};
const saying = (findings: readonly object[]) => ({
  type: "command",
  run: [
    process.execPath,
    "-e",
    `process.stdout.write(${JSON.stringify(JSON.stringify({ findings }))})`,
  ],
  split: "hunk",
});

// Only ann sees a fault; the other four read the same lines and do not.
const config = {
  agents: {
    ann: saying([remark]),
    bob: saying([]),
    cid: saying([]),
    dan: saying([]),
    eva: saying([]),
  },
};

test("of a panel that is divided one more is asked, until the verdict is certain", async () => {
  const before = { "src/a.js": "one\n", ".github/swarm.yml": JSON.stringify(config) };
  using repository = changedRepository(before, { "src/a.js": "one\nconst two = 1 + 1;\n" });
  const output = join(repository.top, "..", `run-${process.pid}`);
  const args = ["--topology", "adaptive", "--rounds-left", "4", "--output", output];
  const run = await runCli(["swarm", "run", "-C", repository.top, ...args, "--format", "json"], {
    timeoutMs: 240_000,
  });
  try {
    expect(run.code, run.stderr).toBe(0);
    const report = JSON.parse(run.stdout);
    expect(report.rounds).toBe(3);
    const [verdict] = report.verdict.verdicts;
    expect(verdict).toMatchObject({ label: "no", dissent: ["ann"], votes: { length: 5 } });
    const review = JSON.parse(readFileSync(join(output, "review.json"), "utf8"));
    expect(review.outcome).toBe("findings");
    expect(review.findings).toMatchObject([
      { standing: "disputed", votes: { yes: ["ann"], no: ["bob", "cid", "dan", "eva"] } },
    ]);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
});
