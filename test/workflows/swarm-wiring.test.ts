import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { actPath, runWorkflow, type WorkflowResult } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import { createScriptedSwarm, givenTo, type SwarmScript } from "../support/scripted-swarm.ts";

// How the jobs of the called workflows hang together, on actions that say what the test wants.

interface Script extends SwarmScript {
  /** `work-1-0`: worker 1 of round 0. */
  readonly dies?: readonly string[];
}

/** Calls a workflow with a script, and says in a job of its own what came back. */
async function call(
  name: string,
  { config, ...inputs }: { readonly config: Script } & Readonly<Record<string, unknown>>,
): Promise<WorkflowResult> {
  const workflow = ".github/workflows/caller.yml";
  const caller = {
    name: "caller",
    on: "pull_request",
    permissions: {},
    jobs: {
      swarm: {
        permissions: { contents: "read" },
        uses: `org/swarm-actions/.github/workflows/${name}.yml@v1`,
        with: { checkout: false, config: JSON.stringify(config), ...inputs },
        secrets: { MODEL_KEY: dollar("secrets.MODEL_KEY"), ...otlp(name) },
      },
      after: {
        needs: "swarm",
        if: dollar("!cancelled()"),
        "runs-on": "ubuntu-latest",
        steps: [
          { run: 'echo "back $OUTPUTS"', env: { OUTPUTS: dollar("toJSON(needs.swarm.outputs)") } },
        ],
      },
    },
  };
  await using scenario = await startActionScenario({ base: { [workflow]: stringify(caller) } });
  await using checkout = await scenario.checkOut();
  using tree = createScriptedSwarm();
  const result = await runWorkflow({
    sandbox: scenario.sandbox,
    repository: "acme/shop",
    workflow,
    workflowDirectory: checkout.directory,
    releaseTree: tree.directory,
    event: await pullRequestEvent(scenario.sandbox.world, scenario.pullRequest),
    secrets: { MODEL_KEY: "secret-model", OTEL_EXPORTER_OTLP_HEADERS: "secret-otlp" },
  });
  expect(result, result.log).toMatchObject({ conclusion: "success" });
  return result;
}

function otlp(name: string): object {
  if (name === "swarm-group") return {};
  return { OTEL_EXPORTER_OTLP_HEADERS: dollar("secrets.OTEL_EXPORTER_OTLP_HEADERS") };
}

function dollar(expression: string): string {
  return `\${{ ${expression} }}`;
}

/** The outputs that the caller saw. */
function back({ jobs }: WorkflowResult): Record<string, string> {
  const [, json = ""] = /back (\{[\s\S]*\})/.exec(jobs.at(-1)?.log ?? "") ?? [];
  return JSON.parse(json);
}

const three = { matrix: '{"worker":[0,1,2]}', "has-work": "true", tasks: "9", workers: "3" };
const complete = {
  outcome: "complete",
  missing: "0",
  coverage: "100",
  epoch: "0",
  artifact: "k-2",
};

test.skipIf(actPath() === null)(
  "a flat swarm plans, works and collects once when all is done",
  async () => {
    const result = await call("swarm", {
      config: { plan: three, collect: { "-0": complete } },
      key: "k",
    });
    expect(result.jobs.map(({ id }) => id)).toEqual([
      "plan",
      "work",
      "work",
      "work",
      "collect",
      "after",
    ]);
    const given = givenTo(result.jobs, "work").map(({ inputs }) => [
      inputs.worker,
      inputs.epoch,
      inputs.key,
    ]);
    expect(given.sort()).toEqual([
      ["0", "0", "k"],
      ["1", "0", "k"],
      ["2", "0", "k"],
    ]);
    expect(givenTo(result.jobs, "collect")[0]?.inputs).toMatchObject({
      "rounds-left": "2",
      epoch: "0",
    });
    expect(back(result)).toMatchObject({
      outcome: "complete",
      tasks: "9",
      workers: "3",
      artifact: "k-2",
    });
  },
);

test.skipIf(actPath() === null)(
  "what is missing is done again twice, by as many workers as it takes",
  async () => {
    const again = (epoch: number) => ({
      outcome: "again",
      matrix: '{"worker":[0]}',
      epoch: String(epoch),
      missing: "3",
    });
    const config = {
      plan: three,
      collect: { "-0": again(1), "-1": again(2), "-2": { ...complete, epoch: "2" } },
      dies: ["work-1-0", "work-0-1"],
    };
    const result = await call("swarm", { config });
    expect(result.jobs.map(({ id }) => id)).toEqual([
      ...["plan", "work", "work", "work", "collect"],
      ...["work-1", "collect-1", "work-2", "collect-2", "after"],
    ]);
    const rounds = ["collect", "collect-1", "collect-2"].flatMap((id) => givenTo(result.jobs, id));
    expect(rounds.map(({ inputs }) => [inputs.epoch, inputs["rounds-left"]])).toEqual([
      ["0", "2"],
      ["1", "1"],
      ["2", "0"],
    ]);
    expect(givenTo(result.jobs, "work-2")[0]?.inputs).toMatchObject({ worker: "0", epoch: "2" });
    expect(back(result)).toMatchObject({ outcome: "complete", missing: "0" });
  },
);

test.skipIf(actPath() === null)("a round that never ends is not taken for a result", async () => {
  const again = { outcome: "again", matrix: '{"worker":[0]}', epoch: "1" };
  const result = await call("swarm", {
    config: { plan: three, collect: { "-0": again } },
    "recovery-rounds": "1",
  });
  expect(givenTo(result.jobs, "collect")[0]?.inputs["rounds-left"]).toBe("1");
  expect(givenTo(result.jobs, "collect-1")[0]?.inputs["rounds-left"]).toBe("0");
  expect(back(result).outcome).toBe("failed");
});

test.skipIf(actPath() === null)("with nothing to do no worker starts", async () => {
  const plan = { matrix: '{"worker":[]}', "has-work": "false", tasks: "0" };
  const result = await call("swarm", { config: { plan, collect: {} } });
  expect(result.jobs.map(({ id }) => id)).toEqual(["plan", "after"]);
  expect(back(result)).toMatchObject({ outcome: "nothing", "has-work": "false" });
});

test.skipIf(actPath() === null)("a plan of the caller's is taken, and none is made", async () => {
  const again = { outcome: "again", matrix: '{"worker":[0]}', epoch: "1", missing: "1" };
  const config = { plan: {}, collect: { "-0": again, "-1": { ...complete, epoch: "1" } } };
  const result = await call("swarm", { config, matrix: '{"worker":[0,1]}' });
  expect(result.jobs.map(({ id }) => id)).toEqual([
    ...["work", "work", "collect"],
    ...["work-1", "collect-1", "after"],
  ]);
  expect(back(result)).toMatchObject({
    "has-work": "true",
    outcome: "complete",
    artifact: "k-2",
    tasks: "",
  });
});

test.skipIf(actPath() === null)(
  "a job that runs somebody's program is given no secret",
  async () => {
    const config = { plan: three, collect: { "-0": complete } };
    const secretsOf = (result: WorkflowResult, id: string) =>
      givenTo(result.jobs, id).flatMap(({ secrets }) => secrets);
    const panel = await call("swarm", { config });
    expect(new Set(secretsOf(panel, "work"))).toEqual(new Set(["MODEL_KEY"]));
    expect(secretsOf(panel, "plan")).toEqual([]);
    expect(secretsOf(panel, "collect")).toEqual(["OTEL_EXPORTER_OTLP_HEADERS"]);
    for (const program of [{ run: "true" }, { setup: "true" }])
      expect(secretsOf(await call("swarm", { config, ...program }), "work")).toEqual([]);
  },
);

test.skipIf(actPath() === null)("a mesh is a matrix of agents", async () => {
  const config = { plan: three, collect: { "-0": complete } };
  const result = await call("swarm-mesh", {
    config,
    rounds: "3",
    quorum: "2",
    agents: "one\ntwo\nthree",
  });
  expect(result.jobs.map(({ id }) => id)).toEqual([
    "plan",
    "work",
    "work",
    "work",
    "collect",
    "after",
  ]);
  expect(givenTo(result.jobs, "plan")[0]?.inputs).toMatchObject({
    topology: "mesh",
    agents: "one\ntwo\nthree",
  });
  for (const { inputs } of givenTo(result.jobs, "work"))
    expect(inputs).toMatchObject({ rounds: "3", quorum: "2" });
  expect(back(result)).toMatchObject({ outcome: "complete" });
});

test.skipIf(actPath() === null)(
  "groups have matrices of their own, and what they leave is done by the top",
  async () => {
    const again = { outcome: "again", matrix: '{"worker":[0]}', epoch: "1" };
    const config = {
      plan: { ...three, groups: '{"group":[0,1]}' },
      collect: {
        "0-0": again,
        "0-1": complete,
        "1-0": { outcome: "partial" },
        "-0": again,
        "-1": complete,
      },
    };
    const result = await call("swarm-hierarchical", { config, groups: "2" });
    const count = (id: string) => result.jobs.filter((job) => job.id === id).length;
    expect({
      plan: count("plan"),
      work: count("work"),
      lead: count("lead"),
      again: count("work-1"),
      lead1: count("lead-1"),
      collect: count("collect"),
      collect1: count("collect-1"),
    }).toEqual({ plan: 3, work: 6, lead: 2, again: 2, lead1: 1, collect: 1, collect1: 1 });
    const groups = givenTo(result.jobs, "work").map(
      ({ inputs }) => `${inputs.group}-${inputs.worker}`,
    );
    expect(groups.sort()).toEqual(["0-0", "0-1", "0-2", "1-0", "1-1", "1-2"]);
    expect(givenTo(result.jobs, "plan").map(({ inputs }) => inputs.group)).toEqual(
      expect.arrayContaining(["", "0", "1"]),
    );
    expect(back(result)).toMatchObject({ tasks: "9" });
  },
);
