import { expect, test } from "vitest";
import { resultOf, type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// The artifact service does not answer: GitHub's own client asks five times, and then so do we say.

const tasks = Array.from({ length: 6 }, (_, at) => ({ key: `t${at}`, payload: at }));
const source = { source: "json", select: JSON.stringify(tasks), workers: "2", mode: "queue" };
const run = `printf '{"output":"did %s"}' "$SWARM_TASK" > "$SWARM_RESULT_FILE"`;
const down = { kind: "status", status: 503 } as const;
const fastTimers = { fastTimers: true };

const createIsDown = ({ scenario }: SwarmJobs, times: number): void =>
  scenario.sandbox.addFault({ effect: down, path: /CreateArtifact$/, times });
const listIsDown = ({ scenario }: SwarmJobs): void =>
  scenario.sandbox.addFault({ effect: down, path: /ListArtifacts$/, times: 10_000 });
const serviceIsBack = ({ scenario }: SwarmJobs): void => scenario.sandbox.clearFaults();

test("a plan that cannot be put up is a clear error, with a way out", async () => {
  await using swarm = await startSwarmJobs();
  createIsDown(swarm, 10_000);
  const plan = await swarm.plan(source, fastTimers);
  expect(plan.exitCode).toBe(1);
  expect(plan.outputs.has("matrix")).toBe(false);
  expect(plan.annotations.at(-1)).toMatchObject({ level: "error", title: "board/unavailable" });
  expect(plan.annotations.at(-1)?.message).toContain("fix: ");
  serviceIsBack(swarm);
  const again = await swarm.plan(source);
  expect(again.exitCode, again.log).toBe(0);
});

test("a worker that can claim nothing does its own list, and tells it once it can", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  // Two claims, with all that the client tries.
  createIsDown(swarm, 10);
  const alone = await swarm.work(0, { run }, fastTimers);
  expect(alone.exitCode, alone.log).toBe(0);
  expect(Number(alone.outputs.get("done"))).toBeGreaterThan(0);
  serviceIsBack(swarm);
  const other = await swarm.work(1, { run });
  expect(other.exitCode, other.log).toBe(0);
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  expect(resultOf(collect).report.coverage).toMatchObject({ tasks: 6, done: 6 });
});

test("a worker that can tell nobody is red, and what it did is done again", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan({ ...source, mode: "static" });
  createIsDown(swarm, 10_000);
  const mute = await swarm.work(0, { run }, fastTimers);
  expect(mute.exitCode).toBe(1);
  expect(mute.annotations.at(-1)).toMatchObject({ title: "board/unavailable" });
  serviceIsBack(swarm);
  await swarm.work(1, { run });
  const first = await swarm.collect({ "rounds-left": "1" });
  expect(first.outputs.get("outcome")).toBe("again");
  const { worker } = JSON.parse(first.outputs.get("matrix") ?? "");
  for (const one of worker) await swarm.work(one, { run, epoch: "1" });
  const last = await swarm.collect({ epoch: "1" });
  expect(last.exitCode, last.log).toBe(0);
  expect(last.outputs.get("outcome")).toBe("complete");
});

test("a collector that can read nothing is red, and takes nothing down", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  for (const worker of [0, 1]) await swarm.work(worker, { run });
  const before = swarm.artifacts();
  listIsDown(swarm);
  const blind = await swarm.collect({}, fastTimers);
  expect(blind.exitCode).toBe(1);
  expect(blind.annotations.at(-1)).toMatchObject({ title: "board/unavailable" });
  serviceIsBack(swarm);
  expect(swarm.artifacts()).toEqual(before);
  const collect = await swarm.collect({});
  expect(collect.outputs.get("outcome"), collect.log).toBe("complete");
});

test("a result that cannot be kept stays in the job's files, and the pages stay as well", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  for (const worker of [0, 1]) await swarm.work(worker, { run });
  const before = swarm.artifacts();
  createIsDown(swarm, 10_000);
  const collect = await swarm.collect({}, fastTimers);
  expect(collect.exitCode, collect.log).toBe(0);
  expect(resultOf(collect).results).toHaveLength(6);
  expect(collect.annotations).toContainEqual(
    expect.objectContaining({ level: "warning", title: "No artifact" }),
  );
  expect(swarm.artifacts()).toEqual(before);
});

test("names that cannot be taken down are told in the log and in the summary, and nothing is red", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  for (const worker of [0, 1]) await swarm.work(worker, { run });
  const before = swarm.artifacts();
  const denied = { kind: "status", status: 403 } as const;
  swarm.scenario.sandbox.addFault({ effect: denied, path: /DeleteArtifact$/, times: 10_000 });
  const collect = await swarm.collect({}, fastTimers);
  expect(collect.exitCode, collect.log).toBe(0);
  expect(collect.outputs.get("outcome")).toBe("complete");
  expect(collect.log).toMatch(
    new RegExp(
      `${before.length} claims, pages and plans could not be taken down: .*(403|forbidden)`,
      "i",
    ),
  );
  expect(collect.summary).toContain(
    `${before.length} claims, pages and plans of this swarm could not be taken down. They are gone from the run after a day`,
  );
  expect(swarm.artifacts()).toEqual(["swarm", ...before].sort());
});

test("what the runner gives to every job is enough to take the names down", async () => {
  await using swarm = await startSwarmJobs();
  const permissions = { contents: "read" } as const;
  await swarm.plan(source);
  for (const worker of [0, 1]) await swarm.work(worker, { run });
  const collect = await swarm.collect({}, { permissions });
  expect(collect.exitCode, collect.log).toBe(0);
  expect(collect.summary).not.toContain("could not be taken down");
  expect(swarm.artifacts()).toEqual(["swarm"]);
});
