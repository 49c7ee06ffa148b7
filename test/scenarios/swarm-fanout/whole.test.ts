import { expect, test } from "vitest";
import { resultOf, startSwarmJobs } from "../../support/swarm-jobs.ts";

const tasks = Array.from({ length: 8 }, (_, at) => ({ key: `t${at}`, payload: at }));
const source = { source: "json", select: JSON.stringify(tasks), workers: "3" };
const result = `printf '{"output":%s,"votes":[{"item":"i","voter":"v%s","label":"yes"}]}' "$SWARM_TASK" "$SWARM_TASK" > "$SWARM_RESULT_FILE"`;

test("a whole swarm in one job, whose workers are processes", async () => {
  await using swarm = await startSwarmJobs();
  const run = await swarm.whole({ ...source, run: `sleep 0.1; ${result}` });
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "complete",
    "has-work": "true",
    tasks: "8",
    workers: "3",
  });
  const { report, results, audit } = resultOf(run);
  expect(results.map(({ output }) => output)).toEqual(tasks.map(({ payload }) => payload));
  expect(report.jobs.map(({ job }) => job)).toEqual(["swarm"]);
  expect(JSON.parse(run.outputs.get("verdict") ?? "")).toMatchObject({ items: 1, undecided: 0 });
  expect(audit).toMatchObject({ status: "sound" });
  expect(swarm.artifacts()).toEqual(["swarm"]);
});

test("a worker that is killed loses nothing there either, and no program sees the token", async () => {
  await using swarm = await startSwarmJobs();
  const deadly = `mkdir died 2> none && kill -KILL $PPID; env | grep -c "^INPUT_\\|^ACTIONS_" > "seen-$SWARM_TASK" || true; test "$(cat "seen-$SWARM_TASK")" = 0; ${result}`;
  const run = await swarm.whole({ ...source, mode: "static", run: deadly });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("complete");
  expect(run.outputs.get("failed")).toBe("0");
  expect(run.annotations).toContainEqual(
    expect.objectContaining({ level: "warning", message: expect.stringContaining("SIGKILL") }),
  );
  expect(resultOf(run).report.rounds).toBe(2);
});

test("what one run learned, the next one plans by", async () => {
  await using swarm = await startSwarmJobs();
  const run = `sleep "0.$SWARM_TASK"; ${result}`;
  const first = await swarm.whole({ ...source, run });
  expect(first.exitCode, first.log).toBe(0);
  swarm.nextRun();
  const second = await swarm.plan({ ...source });
  expect(second.exitCode, second.log).toBe(0);
  const plan = JSON.parse(second.readFile(second.outputs.get("plan") ?? "").toString("utf8"));
  const sources = new Set(plan.predictions.map(({ from }: { from: string }) => from));
  expect([...sources]).toEqual(["history"]);
  // On a busy machine each lasts longer than it sleeps: what was measured is what is learned.
  const seconds: readonly number[] = plan.predictions.map(({ mean }: { mean: number }) => mean);
  const { results } = resultOf(first);
  expect(results.map((one) => one.key)).toEqual(tasks.map(({ key }) => key));
  for (const [at, one] of results.entries()) expect(seconds[at]).toBeCloseTo(one.seconds, 2);
  expect(seconds.at(-1)).toBeGreaterThanOrEqual(0.69);
});
