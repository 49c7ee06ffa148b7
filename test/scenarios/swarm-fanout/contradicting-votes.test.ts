import { expect, test } from "vitest";
import { resultOf, startSwarmJobs } from "../../support/swarm-jobs.ts";

// One voter says two things of one item: nothing can be decided, and no result is lost for it.

const run = `printf '{"output":%s,"votes":[{"item":"door","voter":"ann","label":%s}]}' "$SWARM_TASK" "$SWARM_TASK" > "$SWARM_RESULT_FILE"`;

test("votes that contradict each other cost the verdict, and not the results", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan({ source: "json", select: '["open","shut"]', workers: "1" });
  expect(plan.exitCode, plan.log).toBe(0);
  await swarm.work(0, { run });
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(1);
  expect(resultOf(collect).report).toMatchObject({
    outcome: "complete",
    coverage: { tasks: 2, done: 2, missing: [] },
    verdict: null,
  });
  expect(collect.annotations).toContainEqual(
    expect.objectContaining({
      level: "error",
      title: "No verdict (consensus/duplicate-voter)",
      message: expect.stringMatching(/ann.*The results are kept/s),
    }),
  );
});
