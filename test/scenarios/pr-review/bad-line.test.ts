import { describe, expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import { modelKey, startModelServer } from "../../support/model-server.ts";
import { programAgent, saying } from "../../support/program-agent.ts";
import { configured } from "../../support/review-scenario.ts";

const lines = Array.from({ length: 60 }, (_, at) => `export const v${at + 1} = ${at + 1};`);
const before = `${lines.join("\n")}\n`;
/** Two hunks: line 3 is another one, and what was line 50 is gone. */
const after = before.replace("v3 = 3;", "v3 = 33;").replace("export const v50 = 50;\n", "");
const review = { consensus: { quorum: 1 } };

interface Claim {
  readonly message: string;
  readonly startLine: number;
  readonly endLine?: number;
  readonly side?: "new" | "old";
}

/** What it says, and where it may be said: on these lines of a side, or else anywhere but on lines. */
const claims: readonly (readonly [Claim, string | null])[] = [
  [{ message: "On the line that changed.", startLine: 3 }, "RIGHT 3"],
  [{ message: "On a line beside it.", startLine: 5 }, "RIGHT 5"],
  [{ message: "On lines of one hunk.", startLine: 3, endLine: 4 }, "RIGHT 3-4"],
  [{ message: "On the line that is gone.", startLine: 50, side: "old" }, "LEFT 50"],
  [{ message: "On a line that is gone, on the wrong side.", startLine: 60 }, null],
  [{ message: "Far from what changed.", startLine: 30 }, null],
  [{ message: "From one hunk into the other.", startLine: 3, endLine: 51 }, null],
  [{ message: "From the hunk to outside.", startLine: 4, endLine: 12 }, null],
  [{ message: "Past the end of the file.", startLine: 900 }, null],
  [{ message: "Before its beginning.", startLine: -4 }, null],
  [{ message: "On line zero.", startLine: 0 }, null],
  [{ message: "On a line as large as numbers get.", startLine: Number.MAX_SAFE_INTEGER }, null],
  [{ message: "Backwards.", startLine: 5, endLine: 2 }, null],
];

const remark = {
  path: "src/values.js",
  severity: "high",
  category: "correctness",
  confidence: 0.9,
} as const;

function rule(at: number): string {
  return `claim-${at}`;
}

describe("what an agent says of lines that take no comment", () => {
  test("a program that speaks of all of a file is heard where the change is; the rest is counted", async () => {
    const said = claims.map(([claim], at) => ({ ...remark, ...claim, rule: rule(at) }));
    await using scenario = await startActionScenario({
      base: { "src/values.js": before, ...programAgent("claims", saying(...said), { review }) },
      change: { "src/values.js": after },
    });
    const run = await scenario.run({ inputs: { "fail-on": "never" } });
    expect(run.exitCode, run.log).toBe(0);
    expectSaid(
      scenario,
      claims.filter(([, place]) => place !== null),
    );
    const report = JSON.parse(run.readFile(run.outputs.get("json") ?? "").toString());
    const { corrections } = report.agents.find(({ name }: { name: string }) => name === "claims");
    const dropped = claims.length - scenario.threads().length;
    const counted = corrections.reduce((sum: number, one: { count: number }) => sum + one.count, 0);
    expect(counted).toBeGreaterThanOrEqual(dropped);
    // What reaches beyond a hunk stands on those of its lines that are in it.
    for (const { side, originalStartLine, originalLine, comments } of scenario.threads()) {
      const [claim] = claims.find(([{ message }]) => isAbout(comments[0]?.body, message)) ?? [];
      expect(side).toBe(claim?.side === "old" ? "LEFT" : "RIGHT");
      const last = claim?.endLine ?? claim?.startLine ?? 0;
      expect(originalStartLine ?? originalLine).toBe(claim?.startLine);
      expect(originalLine).toBeLessThanOrEqual(last);
    }
    expectTaken(scenario);
    expect(run.requests.reads.length).toBeLessThanOrEqual(3);
    expect(run.requests.writes.length).toBeLessThanOrEqual(3);
  });

  test("a model's claims are all said, each on its own lines or on none", async () => {
    const findings = claims.map(([{ message, startLine, endLine, side = "new" }], at) => ({
      path: remark.path,
      side,
      start_line: startLine,
      end_line: endLine ?? startLine,
      severity: remark.severity,
      rule: rule(at),
      message,
      suggestion: null,
      confidence: 0.9,
    }));
    await using model = await startModelServer(() => ({ findings }));
    const settings = { review, agents: { ai: model.agent("openai") } };
    await using scenario = await startActionScenario({
      base: { "src/values.js": before, ...configured(settings) },
      change: { "src/values.js": after },
    });
    const run = await scenario.run({
      environment: { MODEL_KEY: modelKey },
      inputs: { "fail-on": "never" },
    });
    expect(run.exitCode, run.log).toBe(0);
    expectSaid(scenario, claims);
    expectTaken(scenario);
    expect(JSON.stringify([run.log, run.summary])).not.toContain(modelKey);
  });
});

test("what is said of a file that is not there at all is not said, and is counted", async () => {
  const said = [
    { ...remark, message: "On the line that changed.", startLine: 3, rule: rule(0) },
    { ...remark, path: "src/nowhere.js", message: "Of no file.", startLine: 1, rule: rule(1) },
    { ...remark, path: "../outside.js", message: "Of none of ours.", startLine: 1, rule: rule(2) },
  ];
  await using scenario = await startActionScenario({
    base: { "src/values.js": before, ...programAgent("claims", saying(...said), { review }) },
    change: { "src/values.js": after },
  });
  const run = await scenario.run({ inputs: { "fail-on": "never" } });
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.threads()).toHaveLength(1);
  const report = JSON.parse(run.readFile(run.outputs.get("json") ?? "").toString());
  const agent = report.agents.find(({ name }: { name: string }) => name === "claims");
  expect(agent.corrections.length).toBeGreaterThan(0);
  expectTaken(scenario);
});

/** A headline goes without its full stop. */
function isAbout(body: string | undefined, message: string): boolean {
  return body?.includes(message.replace(/\.$/, "")) === true;
}

/** Everything is somewhere; what stands on lines stands on those that it is about. */
function expectSaid(scenario: ActionScenario, told: typeof claims): void {
  const summary = scenario.comments()[0]?.body ?? "";
  for (const [{ message }, place] of told) {
    const threads = scenario
      .threads()
      .filter(({ comments }) => isAbout(comments[0]?.body, message));
    const places = threads.map(({ side, originalStartLine, originalLine, subjectType }) => {
      if (subjectType === "FILE") return null;
      const from = originalStartLine === null ? "" : `${originalStartLine}-`;
      return `${side} ${from}${originalLine}`;
    });
    if (place === null) {
      expect(
        places.filter((one) => one !== null),
        message,
      ).toEqual([]);
      const isSaid = threads.length === 1 || isAbout(summary, message);
      expect(isSaid, `lost: ${message}`).toBe(true);
    } else {
      expect(places, message).toEqual([place]);
    }
  }
}

/** GitHub never had to refuse anything. */
function expectTaken({ sandbox }: ActionScenario): void {
  const refused = sandbox.exchanges.filter(({ status }) => status >= 400 && status !== 401);
  expect(refused.map(({ method, url, status }) => `${status} ${method} ${url}`)).toEqual([]);
}
