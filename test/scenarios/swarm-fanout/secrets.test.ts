import { expect, test } from "vitest";
import { artifactTexts, holdersOf, resultTexts, shownTexts } from "../../support/kept-texts.ts";
import { type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// A secret that a step was given reaches its program, and nothing that anybody sees.

const secret = ["correct", "horse", "battery"].join("-");
const environment = { SHOP_API_KEY: secret };
const tasks = Array.from({ length: 3 }, (_, at) => ({ key: `t${at}`, payload: at }));
const source = { source: "json", select: JSON.stringify(tasks), workers: "1" };

/** Says it in every way there is, and fails at the last task. */
const run = `
echo "printed $SHOP_API_KEY"
echo "to the other stream $SHOP_API_KEY" >&2
printf '{"output":{"%s":["%s"]},"votes":[{"item":"%s","voter":"%s","label":"%s","provider":"%s"}]}' \
  "$SHOP_API_KEY" "$SHOP_API_KEY" "$SHOP_API_KEY" "v$SWARM_TASK" "$SHOP_API_KEY" "$SHOP_API_KEY" > "$SWARM_RESULT_FILE"
test "$SWARM_TASK" != 2
`;

/** Its results show that the program had the secret: what stands in its place was put there. */
function expectUnseen(swarm: SwarmJobs, runs: Parameters<typeof shownTexts>[0]): void {
  expect(holdersOf(secret, artifactTexts(swarm), shownTexts(runs))).toEqual([]);
  expect(runs.map(({ masked }) => masked.includes(secret))).toContain(true);
}

test("what a program prints, answers, votes for or fails with holds no secret", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan(source);
  const worker = await swarm.work(0, { run }, { environment });
  expect(worker.exitCode, worker.log).toBe(0);
  expect(holdersOf("printed ***", shownTexts([worker]))).toContain("log 0");
  expectUnseen(swarm, [plan, worker]);
  // Whoever collects was not given the secret, and could not tell it from any other word.
  const collect = await swarm.collect({ "fail-on-failed": "false" });
  expect(collect.exitCode, collect.log).toBe(0);
  expectUnseen(swarm, [plan, worker, collect]);
  const files = resultTexts(collect);
  expect(holdersOf(secret, files)).toEqual([]);
  expect(holdersOf("***", files)).toEqual(expect.arrayContaining(["report", "results", "page"]));
});

test("what only the collector knows to be secret is in nothing that it makes either", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  const [first, ...rest] = secret.split("-");
  const guess = `SHOP=${first}; SHOP="$SHOP-${rest.join("-")}"; ${run.replaceAll("$SHOP_API_KEY", "$SHOP")}`;
  const worker = await swarm.work(0, { run: guess });
  expect(worker.exitCode, worker.log).toBe(0);
  expect(holdersOf(secret, artifactTexts(swarm))).not.toEqual([]);
  const collect = await swarm.collect({ "fail-on-failed": "false" }, { environment });
  expect(collect.exitCode, collect.log).toBe(0);
  expect(holdersOf(secret, artifactTexts(swarm), shownTexts([collect]))).toEqual([]);
  const files = resultTexts(collect);
  expect(holdersOf(secret, files)).toEqual([]);
  expect(holdersOf("***", files)).toEqual(["report", "results", "audit", "page"]);
});

test("the same holds where all of it is one job", async () => {
  await using swarm = await startSwarmJobs();
  const inputs = { ...source, run, "fail-on-failed": "false" };
  const whole = await swarm.whole(inputs, { environment });
  expect(whole.exitCode, whole.log).toBe(0);
  expectUnseen(swarm, [whole]);
  expect(holdersOf(secret, resultTexts(whole))).toEqual([]);
});

test("a list of tasks that holds one is planned without it", async () => {
  await using swarm = await startSwarmJobs();
  const select = `printenv SHOP_API_KEY`;
  const script = `sh -c 'printf "{\\"key\\":\\"ask %s\\",\\"payload\\":\\"%s\\"}" "$SHOP_API_KEY" "$SHOP_API_KEY"'`;
  const refused = await swarm.plan({ source: "command", select }, { environment });
  expect(refused.exitCode).toBe(1);
  const plan = await swarm.plan({ source: "command", select: script }, { environment });
  expect(plan.exitCode, plan.log).toBe(0);
  expectUnseen(swarm, [refused, plan]);
  expect(holdersOf("ask ***", artifactTexts(swarm))).toHaveLength(1);
});
