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
  const rounds = { run, rounds: "3", "round-deadline": "30" };
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
