import { expect, test } from "vitest";
import { resultOf, startSwarmJobs } from "../../support/swarm-jobs.ts";

// Five agents may be asked; three are at first. They are at one on `plain`, and divided on `hard`.

const tasks = ["plain", "hard"].map((key) => ({ key, payload: key }));
const source = {
  source: "json",
  select: JSON.stringify(tasks),
  topology: "adaptive",
  agents: "ann\nbob\ncid\ndan\neva",
  workers: "1",
};
/** Answers for everybody who is asked: of `hard` only bob says no. */
const run = `
task=\${SWARM_TASK//\\"/}
votes=""
for agent in $SWARM_AGENTS; do
  label=yes; test "$task" = hard && test "$agent" = bob && label=no
  votes="$votes,{\\"item\\":\\"$task\\",\\"voter\\":\\"$agent\\",\\"label\\":\\"$label\\"}"
  echo "$task $agent" >> asked.txt
done
printf '{"votes":[%s]}' "\${votes#,}" > "$SWARM_RESULT_FILE"
`;

test("one more agent is asked where the verdict is uncertain, until it is not", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan(source);
  expect(plan.exitCode, plan.log).toBe(0);
  expect(plan.outputs.get("topology")).toBe("flat");
  await swarm.work(0, { run });

  const asked: string[] = [];
  let collect = await swarm.collect({ "rounds-left": "2" });
  while (collect.outputs.get("outcome") === "again") {
    const epoch = collect.outputs.get("epoch") ?? "";
    asked.push(epoch);
    expect(JSON.parse(collect.outputs.get("matrix") ?? "")).toEqual({ worker: [0] });
    expect(collect.log).toContain("one more agent for 1 task in doubt");
    const more = await swarm.work(0, { run, epoch });
    expect(more.outputs.get("done"), more.log).toBe("1");
    collect = await swarm.collect({ epoch, "rounds-left": String(2 - Number(epoch)) });
    expect(collect.exitCode, collect.log).toBe(0);
  }
  expect(asked).toEqual(["1", "2"]);
  const { report, results } = resultOf(collect);
  expect(results.map(({ key }) => key)).toEqual(["plain", "hard", "hard+dan", "hard+eva"]);
  expect(report.verdict?.verdicts).toMatchObject([
    { item: "hard", label: "yes", dissent: ["bob"], votes: { length: 5 } },
    { item: "plain", label: "yes", dissent: [], votes: { length: 3 } },
  ]);
  expect(report.verdict?.verdicts[0]?.posterior[0]?.probability).toBeGreaterThan(0.9);
});

test("nobody else is asked where that would cost more than it may", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan({ ...source, "max-cost": "0.025", "runner-price": "0.006" });
  await swarm.work(0, { run });
  const collect = await swarm.collect({ "rounds-left": "2" });
  expect(collect.exitCode, collect.log).toBe(0);
  expect(collect.outputs.get("outcome")).toBe("complete");
  expect(resultOf(collect).results).toHaveLength(2);
  expect(collect.log).toContain("too little to ask anybody");
});

test("the same in one job", async () => {
  await using swarm = await startSwarmJobs();
  const whole = await swarm.whole({ ...source, run, "rounds-left": "2" });
  expect(whole.exitCode, whole.log).toBe(0);
  const { report, results } = resultOf(whole);
  expect(results.map(({ key }) => key)).toEqual(["plain", "hard", "hard+dan", "hard+eva"]);
  expect(report.rounds).toBe(3);
});

test("without names only what is missing is done again, and that is said", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan({ ...source, agents: "" });
  expect(plan.annotations).toMatchObject([{ level: "notice", title: "No agents" }]);
});
