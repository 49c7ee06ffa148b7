import { describe, expect, test } from "vitest";
import { analyze, publish } from "../../support/fork-scenario.ts";
import {
  largeChange,
  planOfTemplate,
  reviewAction,
  reviewedAlone,
  type SwarmReview,
  shownOf,
  startSwarmReview,
} from "../../support/swarm-review.ts";

// What `pr-review` would not ask again is no task of the swarm, so that both say the same of a later push.

const body = (result: number) =>
  `export const one = () => {\n  debugger;\n  return ${result};\n};\n\nexport const two = 2;\n`;
/** Another hunk in a file of nine, and a new file. */
const files = { "src/part-4/index.js": body(3), "src/part-9/index.js": body(9) };
const changed = Object.keys(files);

/** The first push is reviewed, with the swarm or without it, and another one is there. */
async function reviewedOnce(swarm: SwarmReview, inputs = { "swarm-artifact": "" }): Promise<void> {
  const review = await swarm.review({ inputs });
  expect(review.exitCode, review.log).toBe(0);
  expect(review.outputs.get("published")).toBe("written");
  await swarm.push(files);
}

test("a later push has tasks for what is new, and what is published equals a review in one job", async () => {
  using large = largeChange();
  const alone = await reviewedAlone(large, [files]);
  await using swarm = await startSwarmReview(large);
  const first = await swarm.work([0, 1, 2], planOfTemplate);
  expect(first.outputs.get("tasks")).toBe("9");
  expect(first.log).toContain("All of the change is looked at: it was not reviewed before.");
  await swarm.collect();
  await reviewedOnce(swarm, { "swarm-artifact": "swarm" });
  large.asked();

  const plan = await swarm.work([0, 1], planOfTemplate);
  expect(plan.outputs.get("tasks")).toBe("2");
  expect(plan.log).toContain("What the last review said of 8 hunks stands");
  expect(plan.requests.reads).toHaveLength(1);
  expect(plan.requests.writes).toEqual([]);
  expect(large.asked()).toEqual(changed);
  const collect = await swarm.collect();
  expect(collect.outputs.get("outcome"), collect.log).toBe("complete");

  const review = await swarm.review();
  expect(review.exitCode, review.log).toBe(0);
  expect(large.asked()).toEqual([]);
  expect(review.summary).toMatch(/The swarm of this run answered 2 of 2 tasks\.$/m);
  expect(shownOf(swarm.scenario)).toEqual(alone);
});

test("with nothing new there is no swarm, and the review finds nothing to write", async () => {
  using large = largeChange();
  await using swarm = await startSwarmReview(large);
  await reviewedOnce(swarm);
  await swarm.review({ inputs: { "swarm-artifact": "" } });
  swarm.jobs.nextRun();
  large.asked();

  const plan = await swarm.work([], planOfTemplate);
  expect(Object.fromEntries(plan.outputs)).toMatchObject({
    "has-work": "false",
    tasks: "0",
    matrix: '{"worker":[]}',
  });
  const review = await swarm.review({ inputs: { "swarm-artifact": "" } });
  expect(review.exitCode, review.log).toBe(0);
  expect(review.outputs.get("published")).toBe("unchanged");
  expect(large.asked()).toEqual([]);
});

describe("all of it is looked at, and the log says why", () => {
  test("where the token may not read the pull request, and the review is the same", async () => {
    using large = largeChange();
    const alone = await reviewedAlone(large, [files]);
    await using swarm = await startSwarmReview(large, { private: true });
    await reviewedOnce(swarm);
    const plan = await swarm.work([0, 1, 2], {
      ...planOfTemplate,
      permissions: { contents: "read" },
    });
    expect(plan.outputs.get("tasks")).toBe("10");
    expect(plan.annotations).toContainEqual(
      expect.objectContaining({
        level: "notice",
        message: expect.stringMatching(/^All of the change is looked at, as .*pull-requests: read/),
      }),
    );
    await swarm.collect();
    const review = await swarm.review();
    expect(review.exitCode, review.log).toBe(0);
    expect(shownOf(swarm.scenario)).toEqual(alone);
  });

  test("where the agents changed since", async () => {
    using large = largeChange();
    await using swarm = await startSwarmReview(large);
    await reviewedOnce(swarm);
    const settings = JSON.parse(large.base[".github/swarm.yml"] ?? "");
    const changed = { ...settings, "built-in": { size: "off" } };
    await swarm.scenario.pushBase({ ".github/swarm.yml": JSON.stringify(changed) });
    const plan = await swarm.work([], planOfTemplate);
    expect(plan.outputs.get("tasks")).toBe("10");
    expect(plan.log).toContain(
      "All of the change is looked at: the agents or their settings changed since the last review.",
    );
  });

  test("where a run of a fork could have written it", async () => {
    using large = largeChange();
    await using swarm = await startSwarmReview(large, { fork: true });
    const { scenario } = swarm;
    const analyzed = await analyze(scenario, { actionDirectory: reviewAction });
    const published = await publish(scenario, analyzed.run, { actionDirectory: reviewAction });
    expect(published.exitCode, published.log).toBe(0);
    await swarm.push(files);
    const plan = await swarm.work([], planOfTemplate);
    expect(plan.outputs.get("tasks")).toBe("10");
    expect(plan.log).toContain(
      "All of the change is looked at: the last review was handed over by a run of the fork.",
    );
  });
});
