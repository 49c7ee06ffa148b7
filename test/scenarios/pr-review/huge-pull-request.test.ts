import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";

/** Milliseconds; without others at work on the machine it takes a third of it. */
const bound = 240_000;

/** More files and lines than GitHub's API gives: 3,000 files are listed, and 20,000 lines shown. */
function hugeChange(files: number, lines: number): Record<string, string> {
  const content = Array.from({ length: lines - 1 }, (_, at) => `export const n${at} = ${at};\n`);
  return Object.fromEntries(
    Array.from({ length: files }, (_, at) => {
      const path = `src/part-${Math.floor(at / 100)}/file-${at}.js`;
      return [path, `${content.join("")}debugger; // ${at}\n`];
    }),
  );
}

test.each([
  ["with a checkout", "full", "the checkout"],
  ["without a checkout", "none", "GitHub, with git"],
] as const)("3,100 files and 31,000 lines are reviewed whole, %s", async (_how, checkout, from) => {
  await using scenario = await startActionScenario({ change: hugeChange(3100, 10) });
  const began = performance.now();
  const run = await scenario.run({ checkout, timeoutMs: bound });
  const took = performance.now() - began;
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "findings",
    reason: "",
    findings: "3101",
    posted: "30",
    published: "written",
  });
  expect(run.summary).toContain(`| Change read from | ${from} |`);
  expect(run.summary).toContain("3,100 of 3,100 parts of the change reviewed.");

  const [summary = ""] = scenario.comments().map(({ body }) => body);
  expect(scenario.comments()).toHaveLength(1);
  expect(summary.length).toBeLessThan(65_536);
  expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
  // Both say that there is more than they show.
  expect(summary).toMatch(/and [\d,]+ (findings )?more/i);
  expect(run.summary).toMatch(/and [\d,]+ (findings )?more/i);

  expect(scenario.reviews()).toHaveLength(1);
  expect(scenario.threads()).toHaveLength(30);
  const [check] = scenario.checks();
  expect(scenario.checks()).toHaveLength(1);
  expect(check?.annotations.length).toBeLessThanOrEqual(100);
  expect(Buffer.byteLength(check?.output.summary ?? "")).toBeLessThan(65_535);

  const report = JSON.parse(run.readFile(run.outputs.get("json") ?? "").toString());
  expect(report.coverage).toMatchObject({ missed: 0 });
  expect(report.findings).toHaveLength(3101);
  expect(took).toBeLessThan(bound);
  expect(run.requests.reads.length).toBeLessThanOrEqual(4);
  expect(run.requests.writes.length).toBeLessThanOrEqual(4);
});

test("more lines than GitHub's API shows, in few files, are fetched with git and reviewed whole", async () => {
  await using scenario = await startActionScenario({ change: hugeChange(84, 250) });
  const run = await scenario.run({ checkout: "none", timeoutMs: bound });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("findings");
  expect(run.summary).toContain("| Change read from | GitHub, with git |");
  expect(run.summary).toContain("84 of 84 parts of the change reviewed.");
  expect(scenario.threads()).toHaveLength(30);
});
