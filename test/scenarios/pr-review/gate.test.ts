import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import type { ScenarioRun } from "../../support/action-scenario-run.ts";

/** Looks like a token; put together here, so that no scanner takes this file for a leak. */
const token = ["gh", "p_", "Zk3vQ8mXw1RtYp7LsBn2AdU5Hj9KcE0fGqWz"].join("");

function expectNothingWritten(scenario: ActionScenario, run: ScenarioRun): void {
  expect(run.exitCode).toBe(1);
  expect(run.requests.writes).toEqual([]);
  const written = [scenario.reviews(), scenario.threads(), scenario.comments(), scenario.checks()];
  expect(written).toEqual([[], [], [], []]);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "not-run",
    published: "nothing",
  });
}

test("a secret that cannot be taken out blocks everything, and the reason does not quote it", async () => {
  await using scenario = await startActionScenario();
  // The key stands in the marker by which the summary is found again.
  const run = await scenario.run({ inputs: { key: token } });
  expectNothingWritten(scenario, run);
  expect(run.annotations).toMatchObject([
    {
      level: "error",
      title: "pr-review/gate-blocked",
      message: expect.stringContaining("summary"),
    },
  ]);
  expect(run.summary).toContain("### Failed: `pr-review/gate-blocked`");
  for (const text of [run.summary, run.annotations[0]?.message]) expect(text).not.toContain(token);
});

test("without the scanner of secrets nothing is written, and it is said why", async () => {
  await using scenario = await startActionScenario();
  using action = actionWithoutScanner();
  const run = await scenario.run({ actionDirectory: action.directory });
  expectNothingWritten(scenario, run);
  expect(run.annotations).toMatchObject([
    {
      level: "error",
      title: "pr-review/gate-unavailable",
      message: expect.stringMatching(/nothing was written: .*secrets/),
    },
  ]);
  expect(run.summary).toContain("### Failed: `pr-review/gate-unavailable`");
});

/** The built action, whose part that knows what secrets look like is damaged. */
function actionWithoutScanner() {
  const directory = mkdtempSync(join(tmpdir(), "swarm-damaged-"));
  cpSync(fileURLToPath(new URL("../../../actions/pr-review", import.meta.url)), directory, {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  const dist = join(directory, "dist");
  const parts = readdirSync(dist).filter((name) => {
    const isPart = name.endsWith(".js") && name !== "index.js";
    return (
      isPart &&
      /secretlint-rule-github|ghp_|GITHUB_TOKEN/.test(readFileSync(join(dist, name), "utf8"))
    );
  });
  if (parts.length === 0) throw new Error("no part of the build knows what secrets look like");
  for (const part of parts) writeFileSync(join(dist, part), 'throw new Error("damaged");\n');
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}
