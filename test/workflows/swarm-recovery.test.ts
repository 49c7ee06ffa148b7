import { expect, test } from "vitest";
import { stringify } from "yaml";
import { actPath } from "../support/act.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { callOf, startSwarmWorkflow } from "../support/swarm-workflow.ts";

// What goes wrong on runners, and that nothing is lost by it: the actions as they are released, on a GitHub
// of this machine.

const keys = Array.from({ length: 8 }, (_, at) => `t${at}`);

/** Says where a task was begun and done; where it finds a mark, it kills the worker that started it. */
function programIn(folder: string): string {
  return [
    `cd '${folder}'`,
    'echo "$SWARM_TASK_KEY" >> begun',
    'if [ -e "kill-at-$SWARM_TASK_KEY" ]; then',
    '  rm "kill-at-$SWARM_TASK_KEY"',
    '  kill -KILL "$PPID"',
    "  sleep 9",
    "fi",
    "sleep 0.3",
    'echo "$SWARM_TASK_KEY" >> done',
    `echo '{"output":"did it"}' > "$SWARM_RESULT_FILE"`,
  ].join("\n");
}

function swarmOf(folder: string, inputs: Readonly<Record<string, unknown>> = {}) {
  const tasks = keys.map((key) => ({ key, payload: key }));
  const run = programIn(folder);
  const given = { source: "json", select: JSON.stringify(tasks), workers: "2", mode: "queue", run };
  return { jobs: { swarm: callOf("swarm", { ...given, checkout: false, ...inputs }) } };
}

test.skipIf(actPath() === null)("a worker that dies with a task loses nothing", async () => {
  await using stage = await startSwarmWorkflow((folder) => swarmOf(folder));
  await stage.mark("kill-at-t3");
  const result = await stage.run();
  expect(result, result.log).toMatchObject({ conclusion: "success" });
  const died = result.jobs.filter(({ steps }) =>
    steps.some((step) => step.conclusion === "failure"),
  );
  expect(died.map(({ id }) => id)).toEqual(["work"]);
  const { report, results } = keptSwarm(result.run);
  expect(report).toMatchObject({
    outcome: "complete",
    coverage: { tasks: 8, done: 8, missing: [] },
  });
  expect(results.map(({ key }) => key)).toEqual(keys);
  expect(result.jobs.some(({ id }) => id === "collect-2")).toBe(false);
});

test.skipIf(actPath() === null)(
  "when every worker dies, the next round does the rest",
  async () => {
    await using stage = await startSwarmWorkflow((folder) => swarmOf(folder, { workers: "1" }));
    await stage.mark("kill-at-t2");
    const result = await stage.run();
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    expect(result.jobs.map(({ id }) => id)).toEqual([
      "plan",
      "work",
      "collect",
      "work-1",
      "collect-1",
    ]);
    const { report, results } = keptSwarm(result.run);
    expect(report).toMatchObject({ outcome: "complete", rounds: 2 });
    expect(results.map(({ key }) => key)).toEqual(keys);
    expect(new Set(results.map(({ epoch }) => epoch))).toContain(1);
  },
);

/** The jobs of the first attempt that were red, as "Re-run failed jobs" runs them again. */
const again = ".github/workflows/again.yml";

function failedJobs(run: string): string {
  const job = (part: string, inputs: object) => ({
    "runs-on": "ubuntu-latest",
    steps: [{ uses: `org/swarm-actions/swarm-fanout/${part}@v1`, with: inputs }],
  });
  const jobs = {
    work: job("work", { worker: 1, run }),
    collect: { needs: "work", ...job("collect", {}) },
  };
  return stringify({ name: "again", on: "workflow_dispatch", permissions: {}, jobs });
}

test.skipIf(actPath() === null)(
  "without a further round what is missing is named, and the next attempt adds it",
  async () => {
    await using stage = await startSwarmWorkflow((folder) => ({
      ...swarmOf(folder, { mode: "static", "recovery-rounds": "0" }),
      base: { [again]: failedJobs(programIn(folder)) },
    }));
    await stage.mark("kill-at-t3");
    const first = await stage.run();
    expect(first.conclusion, first.log).toBe("failure");
    const partial = keptSwarm(first.run);
    expect(partial.report.outcome).toBe("partial");
    expect(partial.report.coverage.missing.map(({ key }) => key)).toContain("t3");
    const done = partial.results.map(({ key }) => key);

    const second = await stage.run({ workflow: again, run: { of: first.run, attempt: 2 } });
    expect(second, second.log).toMatchObject({ conclusion: "success" });
    const { report, results } = keptSwarm(second.run, "swarm-2");
    expect(report).toMatchObject({ outcome: "complete", coverage: { tasks: 8, missing: [] } });
    expect(results.map(({ key, attempt }) => [key, attempt])).toEqual(
      keys.map((key) => [key, done.includes(key) ? 1 : 2]),
    );
  },
);

test.skipIf(actPath() === null)(
  "an attempt that sees nothing of the first does all of it again",
  async () => {
    await using stage = await startSwarmWorkflow((folder) =>
      swarmOf(folder, { "recovery-rounds": "0" }),
    );
    const result = await stage.run({ run: { attempt: 2 } });
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    const { report, results } = keptSwarm(result.run);
    expect(report.outcome).toBe("complete");
    expect(results.map(({ key, attempt }) => [key, attempt])).toEqual(keys.map((key) => [key, 2]));
  },
);
