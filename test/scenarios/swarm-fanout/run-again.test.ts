import { expect, test } from "vitest";
import { resultOf, type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// The two buttons of a run that was red: GitHub runs again what failed, with what hangs on it, or all of it.

const tasks = Array.from({ length: 6 }, (_, at) => ({ key: `t${at}`, payload: at }));
const source = { source: "json", select: JSON.stringify(tasks), mode: "static", workers: "2" };
const sound = `printf '{"output":"did %s"}' "$SWARM_TASK" > "$SWARM_RESULT_FILE"`;
const picky = `test "$SWARM_TASK" != 4 || exit 1; ${sound}`;

/** A first attempt in which one task fails: its jobs are green, but for `collect`. */
async function failOnce(swarm: SwarmJobs, permissions: Readonly<Record<string, "read" | "write">>) {
  await swarm.plan(source);
  for (const worker of [0, 1]) {
    const { exitCode, log } = await swarm.work(worker, { run: picky });
    expect(exitCode, log).toBe(0);
  }
  const collect = await swarm.collect({}, { permissions });
  expect(collect.exitCode).toBe(1);
  expect(Object.fromEntries(collect.outputs)).toMatchObject({ outcome: "complete", failed: "1" });
  expect(collect.annotations).toMatchObject([
    {
      level: "error",
      title: "1 task failed",
      message: expect.stringMatching(/^t4 \(.+\)\. .*re-run all jobs/),
    },
  ]);
  return collect;
}

const mayClean = { contents: "read", actions: "write" } as const;

test("re-run failed jobs: `collect` alone says again what it said, though the board is gone", async () => {
  await using swarm = await startSwarmJobs();
  const first = await failOnce(swarm, mayClean);
  expect(swarm.artifacts()).toEqual(["swarm"]);
  swarm.nextAttempt();
  const second = await swarm.collect({}, { permissions: mayClean });
  expect(second.exitCode, second.log).toBe(1);
  const paths = ["result", "results", "report", "audit-log"];
  const told = ({ outputs }: typeof first) =>
    [...outputs].filter(([name]) => !paths.includes(name));
  expect(new Map(told(second))).toEqual(new Map(told(first)));
  expect(second.annotations).toMatchObject([
    {
      level: "error",
      title: "1 task failed",
      message: expect.stringMatching(/^t4\. .*re-run all jobs/),
    },
  ]);
  expect(second.summary).toContain("Attempt 1 of this run");
  expect(resultOf(second)).toEqual(resultOf(first));
  expect(swarm.artifacts()).toEqual(["swarm"]);
});

test("where tasks that fail are allowed, it is green again", async () => {
  await using swarm = await startSwarmJobs();
  await failOnce(swarm, mayClean);
  swarm.nextAttempt();
  const lax = await swarm.collect({ "fail-on-failed": "false" });
  expect(lax.exitCode, lax.log).toBe(0);
  expect(lax.annotations).toMatchObject([{ level: "warning", title: "1 task failed" }]);
});

test("re-run failed jobs: a worker that was red, and is not needed any more, is green", async () => {
  await using swarm = await startSwarmJobs();
  await failOnce(swarm, mayClean);
  swarm.nextAttempt();
  const worker = await swarm.work(1, { run: "exit 9" });
  expect(worker.exitCode, worker.log).toBe(0);
  expect(worker.outputs.get("done")).toBe("0");
  expect(worker.annotations).toMatchObject([{ level: "notice", title: "Nothing left to do" }]);
});

test("re-run all jobs: what failed is done again, and what succeeded as well", async () => {
  for (const permissions of [mayClean, { contents: "read" } as const]) {
    await using swarm = await startSwarmJobs();
    await failOnce(swarm, permissions);
    swarm.nextAttempt();
    const plan = await swarm.plan(source);
    expect(plan.exitCode, plan.log).toBe(0);
    let done = 0;
    for (const worker of [0, 1]) {
      const { exitCode, log, outputs } = await swarm.work(worker, { run: sound });
      expect(exitCode, log).toBe(0);
      done += Number(outputs.get("done"));
    }
    expect(done).toBe(tasks.length);
    const second = await swarm.collect({}, { permissions });
    expect(second.exitCode, second.log).toBe(0);
    const { results } = resultOf(second);
    expect(results.map(({ key, status }) => [key, status])).toEqual(
      tasks.map(({ key }) => [key, "done"]),
    );
    expect(results).toMatchObject(tasks.map(() => ({ attempt: 2 })));
  }
});

test("re-run all jobs: what a worker leaves undone is not filled with what was done before", async () => {
  await using swarm = await startSwarmJobs();
  await failOnce(swarm, { contents: "read" });
  swarm.nextAttempt();
  await swarm.plan(source);
  await swarm.work(0, { run: sound });
  const second = await swarm.collect({});
  expect(second.exitCode).toBe(1);
  expect(second.outputs.get("outcome")).toBe("partial");
});

test("a report that somebody else put up is not told as the swarm's", async () => {
  await using swarm = await startSwarmJobs();
  await failOnce(swarm, mayClean);
  swarm.forge("swarm", "swarm", (text) =>
    text.replace('"outcome": "complete"', '"outcome": "fine"'),
  );
  swarm.nextAttempt();
  const second = await swarm.collect({});
  expect(second.exitCode).toBe(1);
  expect(second.annotations[0]).toMatchObject({ level: "error", title: "report/invalid" });
  expect(second.outputs.get("outcome")).toBeUndefined();
});
