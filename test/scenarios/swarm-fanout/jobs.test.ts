import { expect, test } from "vitest";
import { resultOf, startSwarmJobs } from "../../support/swarm-jobs.ts";

// Plan, workers and collector as jobs of one run: each a process of the built action that knows of the
// others only what hangs among the run's artifacts.

const tasks = Array.from({ length: 9 }, (_, at) => ({ key: `t${at}`, payload: at }));
const source = { source: "json", select: JSON.stringify(tasks), mode: "queue" };
const run = `sleep 0.2; printf '{"output":"did %s"}' "$SWARM_TASK" > "$SWARM_RESULT_FILE"`;

test("three workers share the tasks, and one result remains", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan({ ...source, workers: "3" });
  expect(plan.exitCode, plan.log).toBe(0);
  expect(JSON.parse(plan.outputs.get("matrix") ?? "")).toEqual({ worker: [0, 1, 2] });
  expect(plan.outputs.get("has-work")).toBe("true");

  const workers = await Promise.all([0, 1, 2].map((worker) => swarm.work(worker, { run })));
  for (const { exitCode, log } of workers) expect(exitCode, log).toBe(0);
  const done = workers.map(({ outputs }) => Number(outputs.get("done")));
  expect(done.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(9);

  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  expect(Object.fromEntries(collect.outputs)).toMatchObject({
    outcome: "complete",
    missing: "0",
    failed: "0",
    coverage: "100",
    matrix: "",
  });
  const { report, results, audit, page } = resultOf(collect);
  expect(report).toMatchObject({ outcome: "complete", coverage: { tasks: 9, done: 9 } });
  expect(results.map(({ key, output }) => [key, output])).toEqual(
    tasks.map(({ key, payload }) => [key, `did ${payload}`]),
  );
  expect(audit).toMatchObject({ status: "sound" });
  expect(page).toContain("<!doctype html>");
  expect(collect.summary).toContain("## Swarm");
  expect(swarm.artifacts()).toEqual(["swarm"]);
});

test("a worker that dies loses nothing: what it left is done again", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan({ ...source, mode: "static", workers: "3" });
  // The program ends the worker that runs it, at the second task.
  const deadly = `test -e died && kill -KILL $PPID; touch died; ${run}`;
  const workers = [
    await swarm.work(0, { run: deadly }),
    await swarm.work(1, { run }),
    await swarm.work(2, { run }),
  ];
  expect(workers.map(({ exitCode }) => exitCode)).toEqual([null, 0, 0]);

  const first = await swarm.collect({ "rounds-left": "1" });
  expect(first.exitCode, first.log).toBe(0);
  expect(first.outputs.get("outcome")).toBe("again");
  expect(first.outputs.get("epoch")).toBe("1");
  const { worker } = JSON.parse(first.outputs.get("matrix") ?? "");
  expect(worker.length).toBeGreaterThan(0);

  for (const one of worker) {
    const again = await swarm.work(one, { run, epoch: "1" });
    expect(again.exitCode, again.log).toBe(0);
  }
  const last = await swarm.collect({ epoch: "1" });
  expect(last.exitCode, last.log).toBe(0);
  expect(last.outputs.get("outcome")).toBe("complete");
  const { report, results, auditText } = resultOf(last);
  expect(report.rounds).toBe(2);
  expect(new Set(results.map(({ key }) => key)).size).toBe(9);
  expect(auditText).toContain("epoch 1");
});

test("what is missing at the end is named, and red; enough is green when it was asked for", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan({ ...source, mode: "static", workers: "3" });
  await swarm.work(0, { run });
  await swarm.work(1, { run });
  const strict = await swarm.collect({});
  expect(strict.exitCode).toBe(1);
  expect(strict.outputs.get("outcome")).toBe("partial");
  expect(Number(strict.outputs.get("missing"))).toBeGreaterThan(0);
  expect(strict.annotations.map(({ level }) => level)).toContain("error");
  const { report } = resultOf(strict);
  expect(report.coverage.missing[0]?.why).toMatch(/worker 2/);
});

test("a part is green where it was asked for, and called partial all the same", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan({ ...source, mode: "static", workers: "3" });
  await swarm.work(0, { run });
  await swarm.work(1, { run });
  const lax = await swarm.collect({ "min-coverage": "50" });
  expect(lax.exitCode, lax.log).toBe(0);
  expect(lax.outputs.get("outcome")).toBe("partial");
});

test("tasks that fail make it red, unless they may", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan({ ...source, workers: "1" });
  const picky = `test "$SWARM_TASK" != 4; ${run}`;
  const worker = await swarm.work(0, { run: picky });
  expect(worker.exitCode, worker.log).toBe(0);
  expect(worker.outputs.get("failed")).toBe("1");
  const lax = await swarm.collect({ "fail-on-failed": "false" });
  expect(lax.exitCode, lax.log).toBe(0);
  expect(lax.outputs.get("outcome")).toBe("complete");
  expect(lax.outputs.get("failed")).toBe("1");
});

test("with nothing to do there is no matrix, and that is said", async () => {
  await using swarm = await startSwarmJobs();
  const none = await swarm.plan({ source: "json", select: "[]" });
  expect(none.exitCode, none.log).toBe(0);
  expect(none.outputs.get("has-work")).toBe("false");
  expect(none.annotations).toMatchObject([{ level: "notice", title: "Nothing to do" }]);
  const few = await swarm.plan({ ...source, "min-tasks": "10" });
  expect(few.outputs.get("has-work")).toBe("false");
  expect(few.outputs.get("why")).toContain("9 tasks");
});

test("a worker that comes too late ends green, and one that is in no plan says so", async () => {
  await using swarm = await startSwarmJobs();
  const early = await swarm.work(0, { run });
  expect(early.exitCode).toBe(1);
  expect(early.annotations[0]?.message).toMatch(/swarm-fanout\/plan/);
  await swarm.plan({ ...source, workers: "2" });
  await swarm.work(0, { run });
  const late = await swarm.work(1, { run: "exit 9" });
  expect(late.exitCode, late.log).toBe(0);
  expect(late.outputs.get("done")).toBe("0");
  const stranger = await swarm.work(7, { run });
  expect(stranger.exitCode).toBe(1);
  expect(stranger.annotations[0]).toMatchObject({ title: "swarm/no-such-worker" });
});

test("without a plan nothing is collected, and the way out is said", async () => {
  await using swarm = await startSwarmJobs();
  const collect = await swarm.collect({});
  expect(collect.exitCode).toBe(1);
  expect(collect.annotations[0]).toMatchObject({ title: "board/no-plan" });
});

test("jobs that are run again go on with the plan and the results of the first attempt", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan({ ...source, mode: "static", workers: "2" });
  await swarm.work(0, { run });
  const first = await swarm.collect({});
  expect(first.exitCode).toBe(1);
  swarm.nextAttempt();
  await swarm.work(1, { run });
  const second = await swarm.collect({});
  expect(second.exitCode, second.log).toBe(0);
  expect(second.outputs.get("outcome")).toBe("complete");
  expect(new Set(resultOf(second).results.map(({ attempt }) => attempt))).toEqual(new Set([1, 2]));
});

test("groups of workers, each with a lead that merges it, make one result", async () => {
  await using swarm = await startSwarmJobs();
  const top = { ...source, topology: "hierarchical", groups: "2", "max-workers": "4" };
  const plan = await swarm.plan(top);
  expect(plan.exitCode, plan.log).toBe(0);
  expect(JSON.parse(plan.outputs.get("groups") ?? "")).toEqual({ group: [0, 1] });
  let workers = 0;
  for (const group of ["0", "1"]) {
    const own = await swarm.plan({ group });
    expect(own.exitCode, own.log).toBe(0);
    const { worker } = JSON.parse(own.outputs.get("matrix") ?? "");
    workers += worker.length;
    for (const one of worker) {
      const { exitCode, log } = await swarm.work(one, { run, group });
      expect(exitCode, log).toBe(0);
    }
    const lead = await swarm.collect({ group });
    expect(lead.exitCode, lead.log).toBe(0);
    expect(lead.outputs.get("outcome")).toBe("complete");
  }
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  const { report, results, audit } = resultOf(collect);
  expect(report).toMatchObject({ topology: "hierarchical", outcome: "complete" });
  expect(results).toHaveLength(9);
  expect(new Set(results.map(({ key }) => key)).size).toBe(9);
  // Each worker of each group is there with its own times and its own bill.
  expect(report.figures.rho).toBeGreaterThanOrEqual(1);
  expect(report.workers.length).toBe(workers);
  expect(report.jobs.filter(({ job }) => job.startsWith("worker"))).toHaveLength(workers);
  expect(audit).toMatchObject({ status: "sound" });
  expect(swarm.artifacts()).toEqual(["swarm"]);
});
