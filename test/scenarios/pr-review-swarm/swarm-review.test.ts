import { describe, expect, test } from "vitest";
import {
  type LargeChange,
  largeChange,
  reviewedAlone,
  shownOf,
  startSwarmReview,
} from "../../support/swarm-review.ts";

// A large change is planned, worked on and collected by jobs that can only read, and published by one more job
// of the same run.

const paths = ({ change }: LargeChange): readonly string[] => Object.keys(change).sort();

describe("what three workers answered is published by the job that may write", () => {
  test("as one review, one summary and one check, the same as a review that nobody divided", async () => {
    using large = largeChange();
    const alone = await reviewedAlone(large);
    expect(large.asked()).toEqual(paths(large));
    await using swarm = await startSwarmReview(large);
    await swarm.work([0, 1, 2]);
    expect(large.asked()).toEqual(paths(large));
    const collect = await swarm.collect();
    expect(collect.exitCode, collect.log).toBe(0);
    expect(collect.outputs.get("outcome")).toBe("complete");

    const review = await swarm.review();
    expect(review.exitCode, review.log).toBe(0);
    expect(large.asked()).toEqual([]);
    expect(shownOf(swarm.scenario)).toEqual(alone);
    const { scenario } = swarm;
    expect(
      [scenario.reviews(), scenario.comments(), scenario.checks()].map((all) => all.length),
    ).toEqual([1, 1, 1]);
    expect(scenario.threads()).toHaveLength(18);
    expect(review.outputs.get("outcome")).toBe("findings");
    expect(review.summary).toMatch(/The swarm of this run answered \d+ of \d+ tasks\.$/m);
    expect(review.requests.reads).toHaveLength(2);
    expect(review.requests.writes).toHaveLength(3);
    expect(review.requests.services.length).toBeGreaterThan(0);

    const again = await swarm.review();
    expect(again.exitCode, again.log).toBe(0);
    expect(again.outputs.get("published")).toBe("unchanged");
  });

  test("and what a dead worker left is asked there", async () => {
    using large = largeChange();
    const alone = await reviewedAlone(large);
    large.asked();
    await using swarm = await startSwarmReview(large);
    await swarm.work([1, 2]);
    const done = large.asked();
    expect(done.length).toBeLessThan(paths(large).length);
    const collect = await swarm.collect();
    expect(collect.outputs.get("outcome")).toBe("partial");

    const review = await swarm.review();
    expect(review.exitCode, review.log).toBe(0);
    expect([...done, ...large.asked()].sort()).toEqual(paths(large));
    expect(shownOf(swarm.scenario)).toEqual(alone);
    expect(review.summary).toContain("What it left was asked in this job.");
  });

  test("a run of a fork's pull request hands the answers on", async () => {
    using large = largeChange();
    await using swarm = await startSwarmReview(large, { fork: true });
    await swarm.work([0, 1, 2]);
    await swarm.collect();
    large.asked();
    const permissions = { contents: "read", "pull-requests": "read" } as const;
    const review = await swarm.review({ permissions, inputs: { mode: "analyze" } });
    expect(review.exitCode, review.log).toBe(0);
    expect(review.outputs.get("published")).toBe("handed-over");
    expect(review.outputs.get("findings")).toBe("18");
    expect(swarm.jobs.artifacts()).toContain("pr-review-1");
    expect(large.asked()).toEqual([]);
    expect(swarm.scenario.comments()).toEqual([]);
  });
});

describe("the agents are asked in the job itself, and everything is written as ever", () => {
  test("when no swarm is named: the artifacts of the run are not even listed", async () => {
    using large = largeChange();
    await using swarm = await startSwarmReview(large);
    for (const inputs of [{ "swarm-artifact": "" }, { swarm: "off" }]) {
      const review = await swarm.review({ inputs });
      expect(review.exitCode, review.log).toBe(0);
      const about = review.requests.services.filter(({ url }) => url.includes("ArtifactService"));
      expect(about).toEqual([]);
    }
    expect(large.asked()).toEqual(paths(large));
    expect(swarm.scenario.threads()).toHaveLength(18);
  });

  test("when there is no result, or one of another commit, which is told", async () => {
    using large = largeChange();
    await using swarm = await startSwarmReview(large);
    const first = await swarm.review();
    expect(first.exitCode, first.log).toBe(0);
    expect(first.annotations).toContainEqual(
      expect.objectContaining({
        level: "notice",
        message: expect.stringContaining('no artifact "swarm"'),
      }),
    );
    await swarm.work([0, 1, 2]);
    await swarm.collect();
    large.asked();
    await swarm.scenario.push({
      "src/part-0/index.js": "export const one = () => {\n  debugger;\n  return 3;\n};\n",
    });
    const second = await swarm.review();
    expect(second.exitCode, second.log).toBe(0);
    expect(second.log).toMatch(/answers of the swarm are not used: the swarm looked at/);
    expect(large.asked()).toContain("src/part-0/index.js");
  });
});

describe("an artifact of hostile workers", () => {
  test("which is no result stops nothing", async () => {
    using large = largeChange();
    await using swarm = await startSwarmReview(large);
    await swarm.work([0, 1, 2]);
    await swarm.collect();
    swarm.jobs.forge("swarm", "swarm", (text) =>
      text.replaceAll('"version": 1', '"version": 9').replaceAll('"version":1', '"version":9'),
    );
    large.asked();
    const review = await swarm.review();
    expect(review.exitCode, review.log).toBe(0);
    expect(review.annotations).toContainEqual(
      expect.objectContaining({ title: "Swarm", message: expect.stringContaining("tasks.json") }),
    );
    expect(large.asked()).toEqual(paths(large));
    expect(swarm.scenario.threads()).toHaveLength(18);
  });

  test("can say what it likes, in places that exist, and nothing beyond", async () => {
    using large = largeChange();
    await using swarm = await startSwarmReview(large);
    await swarm.work([0, 1, 2]);
    await swarm.collect();
    swarm.jobs.forge("swarm", "swarm", (text) =>
      text
        .replaceAll(
          "returns what nobody expects",
          "pings @everyone, fixes #1 and ![x](https://evil.test/x.png)",
        )
        .replaceAll('"path":"src/part-1/index.js"', '"path":"../../etc/passwd"')
        .replaceAll('"provider":"sums"', '"provider":"another"'),
    );
    const review = await swarm.review();
    expect(review.exitCode, review.log).toBe(0);
    const { scenario } = swarm;
    const bodies = [
      ...scenario.comments().map(({ body }) => body),
      ...scenario.threads().flatMap(({ comments }) => comments.map(({ body }) => body)),
    ].join("\n");
    expect(bodies).not.toMatch(/(?<![\w`])@everyone/);
    expect(bodies).not.toContain("](https://evil.test");
    expect(bodies).not.toContain("passwd");
    expect(bodies).toContain("pings");
    expect(new Set(scenario.threads().map(({ path }) => path.split("/")[0]))).toEqual(
      new Set(["src"]),
    );
  });
});
