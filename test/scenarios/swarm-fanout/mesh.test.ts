import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resultOf, startSwarmJobs } from "../../support/swarm-jobs.ts";

// Agents of a mesh are programs here: at first each says its own number, and then the least it has read.

const source = { source: "json", select: '["question"]', topology: "mesh", workers: "3" };
const run = `
own=\${SWARM_TASK_KEY##*@w}
if test -s "$SWARM_PEERS_FILE"
then least=$(grep -o '"said[0-9]*"' "$SWARM_PEERS_FILE" | tr -dc '0-9\\n' | sort -n | head -1)
fi
said=\${least:-$own}
test "$said" -lt "$own" || said=$own
printf '{"output":"said%s","votes":[{"item":"question","voter":"agent%s","label":"%s"}]}' "$said" "$own" "$said" > "$SWARM_RESULT_FILE"
`;

test("agents read each other between rounds, and agree", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan(source);
  expect(plan.exitCode, plan.log).toBe(0);
  expect(plan.outputs.get("topology")).toBe("mesh");
  const rounds = { run, rounds: "3", "round-deadline": "240" };
  const workers = await Promise.all([0, 1, 2].map((worker) => swarm.work(worker, rounds)));
  for (const { exitCode, log } of workers) expect(exitCode, log).toBe(0);
  const collect = await swarm.collect({ consensus: "unanimous" });
  expect(collect.exitCode, collect.log).toBe(0);
  const { results } = resultOf(collect);
  expect(results.map(({ output }) => output)).toEqual(["said0", "said0", "said0"]);
  expect(JSON.parse(collect.outputs.get("verdict") ?? "")).toMatchObject({
    labels: [{ label: "0", count: 1 }],
    undecided: 0,
  });
});

test("a dead agent holds nobody up beyond the deadline, and what it lacks is named", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  // The program of agent 2 ends the worker that runs it. The others answer at the same time, so that the
  // deadline is for nobody but that one.
  await using folder = await mkdtempDisposable(join(tmpdir(), "swarm-mesh-"));
  const deadly = `
own=\${SWARM_TASK_KEY##*@w}
test "$own" = 2 && kill -KILL $PPID
touch "${folder.path}/$own"
until test -e "${folder.path}/0" && test -e "${folder.path}/1"; do sleep 0.1; done
${run}`;
  const rounds = { run: deadly, rounds: "2", "round-deadline": "10", quorum: "2" };
  const workers = await Promise.all([0, 1, 2].map((worker) => swarm.work(worker, rounds)));
  expect(workers.map(({ exitCode }) => exitCode)).toEqual([0, 0, null]);
  const collect = await swarm.collect({ "min-coverage": "60" });
  expect(collect.exitCode, collect.log).toBe(0);
  expect(collect.outputs.get("outcome")).toBe("partial");
  const { report, results, audit } = resultOf(collect);
  expect(report.coverage.missing).toMatchObject([{ key: expect.stringMatching(/@w2$/) }]);
  expect(results.map(({ output }) => output)).toEqual(["said0", "said0"]);
  expect(audit).toMatchObject({ status: "sound" });
  // By itself a round waits for five minutes.
  expect(report.figures.makespan).toBeGreaterThan(10);
  expect(report.figures.makespan).toBeLessThan(150);
});

test("in one job the agents are processes that read each other", async () => {
  await using swarm = await startSwarmJobs();
  const whole = await swarm.whole({ ...source, run, rounds: "3", "round-deadline": "240" });
  expect(whole.exitCode, whole.log).toBe(0);
  expect(resultOf(whole).results.map(({ output }) => output)).toEqual(["said0", "said0", "said0"]);
});

test("an agent whose job alone is run again reads what the others left, and waits for none", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  const rounds = { run, rounds: "2", "round-deadline": "240" };
  await Promise.all([0, 1, 2].map((worker) => swarm.work(worker, rounds)));
  swarm.nextAttempt();
  const begun = performance.now();
  const again = await swarm.work(2, rounds);
  expect(again.exitCode, again.log).toBe(0);
  expect(performance.now() - begun).toBeLessThan(200_000);
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  expect(resultOf(collect).results.map(({ output }) => output)).toEqual([
    "said0",
    "said0",
    "said0",
  ]);
});
