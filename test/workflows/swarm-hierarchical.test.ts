import { expect, test } from "vitest";
import { actPath } from "../support/act.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { callOf, startSwarmWorkflow } from "../support/swarm-workflow.ts";

const keys = Array.from({ length: 8 }, (_, at) => `t${at}`);

test.skipIf(actPath() === null)(
  "groups with matrices of their own share the tasks, and one result remains",
  async () => {
    const select = JSON.stringify(keys.map((key) => ({ key, payload: key })));
    const run = `sleep 0.2; echo '{"output":"did it"}' > "$SWARM_RESULT_FILE"`;
    const inputs = { source: "json", select, run, groups: "2", workers: "4", checkout: false };
    await using stage = await startSwarmWorkflow(() => ({
      jobs: { swarm: callOf("swarm-hierarchical", inputs) },
    }));
    const result = await stage.run();
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    expect(result.jobs.filter(({ id }) => id === "lead")).toHaveLength(2);
    expect(result.jobs.filter(({ id }) => id === "work").length).toBeGreaterThanOrEqual(2);
    const { report, results } = keptSwarm(result.run);
    expect(report).toMatchObject({
      outcome: "complete",
      topology: "hierarchical",
      coverage: { tasks: 8, done: 8, missing: [] },
    });
    expect(results.map(({ key }) => key)).toEqual(keys);
  },
);
