import { type ActionScenario, startActionScenario } from "../../../test/support/action-scenario.ts";
import type { ScenarioRun } from "../../../test/support/action-scenario-run.ts";
import type { BenchResult } from "../result.ts";
import { largeChange } from "./large-change.ts";

interface Counted {
  readonly title: string;
  readonly reads: number;
  readonly writes: number;
}

const permissions = { contents: "read", "pull-requests": "write", checks: "write" } as const;
const change = {
  "src/total.js":
    "export const total = (a) => {\n  debugger;\n  console.log(a);\n  return a;\n};\n",
};
const mended = { "src/total.js": "export const total = (a) => {\n  return a;\n};\n" };

/** Requests of the API in each of the usual runs, counted by the local GitHub. */
export async function benchCalls(): Promise<BenchResult[]> {
  const counted = [...(await countStory()), ...(await countFirstRuns())];
  const table = counted.map(
    ({ title, reads, writes }) => `${title}: ${reads} reads, ${writes} writes`,
  );
  const most = (pick: (run: Counted) => number): number => Math.max(...counted.map(pick));
  const bounded = { bound: 3, better: "lower" } as const;
  return [
    {
      name: "action: most reads of a run",
      ratio: most(({ reads }) => reads),
      ...bounded,
      detail: table.join("\n  "),
    },
    {
      name: "action: most writes of a run",
      ratio: most(({ writes }) => writes),
      ...bounded,
      detail: "the same runs",
    },
  ];
}

/** One pull request from its first review to the push that mends it. */
async function countStory(): Promise<Counted[]> {
  await using scenario = await startActionScenario({ change });
  const first = await count("first review", scenario);
  const again = await count("rerun on the same commit", scenario);
  await scenario.push({ "src/other.js": "export const other = 1;\n" });
  const pushed = await count("push of something else", scenario);
  await scenario.push(mended);
  return [first, again, pushed, await count("push of a fix", scenario)];
}

/** First reviews that differ in what is at hand. */
async function countFirstRuns(): Promise<Counted[]> {
  await using bare = await startActionScenario({ change });
  const noCheckout = await count("first review without a checkout", bare, { checkout: "none" });
  await using drafted = await startActionScenario({ change, draft: true });
  const draft = await count("a draft, which is skipped", drafted);
  await using forked = await startActionScenario({ change, fork: true });
  const fork = await count("a fork, of which the result is handed over", forked, {
    inputs: { mode: "analyze" },
  });
  await using large = await startActionScenario({ change: largeChange(100, 50) });
  const first = await count("first review of 100 files and 5,000 lines", large);
  const second = await count("rerun on it", large);
  await using larger = await startActionScenario({ change: largeChange(100, 50) });
  const title = "first review of 100 files without a checkout";
  return [noCheckout, draft, fork, first, second, await count(title, larger, { checkout: "none" })];
}

/** @throws Error when the run was not green */
async function count(
  title: string,
  scenario: ActionScenario,
  options: Parameters<ActionScenario["run"]>[0] = {},
): Promise<Counted> {
  const { exitCode, log, requests }: ScenarioRun = await scenario.run({ permissions, ...options });
  if (exitCode !== 0) throw new Error(`${title}: ended with ${exitCode}:\n${log}`);
  return { title, reads: requests.reads.length, writes: requests.writes.length };
}
