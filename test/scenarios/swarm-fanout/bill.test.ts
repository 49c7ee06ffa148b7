import { expect, test } from "vitest";
import { resultOf, type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// What jobs are billed for, against an example worked by hand: worker 0 lasted 61 s, which are 2 minutes;
// worker 1 lasted 59 s, which is 1; plan and collector, a few seconds each, are 1 minute each. That are 5
// minutes, of which the workers used 2.

const source = { source: "json", select: '["a","b"]', mode: "static", workers: "2" };
const run = `printf '{"output":1}' > "$SWARM_RESULT_FILE"`;
const seconds = [61, 59];

/** Lets each worker have lasted as long as the example says. */
function lasted(swarm: SwarmJobs): void {
  for (const name of swarm.artifacts().filter((one) => one.includes("-result-"))) {
    swarm.forge(name, name, (text) => {
      const page = JSON.parse(text);
      const { worker, startedAt } = page.report;
      const at = startedAt + (seconds[worker] ?? 0) * 1000;
      return JSON.stringify({ ...page, report: { ...page.report, at } });
    });
  }
}

async function swarmOf(price: Readonly<Record<string, string>>) {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan({ ...source, ...price });
  expect(plan.exitCode, plan.log).toBe(0);
  for (const worker of [0, 1]) await swarm.work(worker, { run });
  lasted(swarm);
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  return { plan, collect, ...resultOf(collect) };
}

test("each job is rounded up to a minute, and what that costs is told", async () => {
  const { collect, report } = await swarmOf({ "runner-price": "0.5" });
  const bills = new Map(report.jobs.map((bill) => [bill.job, bill]));
  expect([...bills.keys()].sort()).toEqual(["collect", "plan", "worker 0", "worker 1"]);
  expect(bills.get("worker 0")).toMatchObject({ seconds: 61, minutes: 2, known: "all" });
  expect(bills.get("worker 1")).toMatchObject({ seconds: 59, minutes: 1, known: "all" });
  const own = (bills.get("plan")?.seconds ?? 0) + (bills.get("collect")?.seconds ?? 0);
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(60);
  expect(report.figures).toMatchObject({ billed: "all", billedMinutes: 5, costUsd: 2.5 });
  expect(report.figures.wasteMinutes).toBeCloseTo(5 - (120 + own) / 60, 6);
  expect(collect.outputs.get("cost")).toBe("2.5000");
  expect(collect.summary).toContain("4 jobs billed 5 minutes ($2.50)");
});

test("the runner has the price that GitHub asks for it; of an unknown one no cost is told", async () => {
  const usual = await swarmOf({ runner: "ubuntu-latest" });
  expect(usual.report.figures.costUsd).toBeCloseTo(5 * 0.006, 9);
  const unknown = await swarmOf({ runner: "our-own" });
  expect(unknown.report.figures).toMatchObject({ billedMinutes: 5, costUsd: null });
  expect(unknown.collect.outputs.get("cost")).toBe("");
  expect(unknown.plan.annotations).toContainEqual(
    expect.objectContaining({ level: "notice", title: "Price" }),
  );
});
