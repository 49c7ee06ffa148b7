import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { type ActionProgram, writeActionProgram } from "../support/action-program.ts";
import { startActionScenario } from "../support/action-scenario.ts";

// What the workflows of a swarm take for granted of a runner, shown on actions that do nothing else.

const caller = `
name: caller
on: pull_request
permissions: {}
jobs:
  call:
    uses: org/swarm-actions/.github/workflows/outer.yml@v1
    with: { groups: '{"group":["north","south"]}' }
  after:
    needs: call
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    steps:
      - run: echo "saw $SEEN"
        env: { SEEN: "\${{ needs.call.outputs.seen }}" }
`;

const outer = `
on:
  workflow_call:
    inputs: { groups: { type: string, required: true } }
    outputs: { seen: { value: "\${{ jobs.count.outputs.seen }}" } }
permissions: {}
jobs:
  groups:
    strategy: { fail-fast: false, matrix: "\${{ fromJSON(inputs.groups) }}" }
    uses: org/swarm-actions/.github/workflows/inner.yml@v1
    with: { group: "\${{ matrix.group }}" }
  count:
    needs: groups
    runs-on: ubuntu-latest
    outputs: { seen: "\${{ steps.count.outputs.seen }}" }
    steps:
      - id: count
        uses: org/swarm-actions/count@v1
`;

const inner = `
on:
  workflow_call:
    inputs: { group: { type: string, required: true } }
permissions: {}
jobs:
  work:
    strategy: { fail-fast: false, matrix: { worker: [0, 1] } }
    runs-on: ubuntu-latest
    steps:
      - uses: org/swarm-actions/work@v1
        continue-on-error: true
        with: { token: "\${{ inputs.group }}-\${{ matrix.worker }}" }
`;

/** Leaves an artifact; the second of a group dies after it did so. */
const work = `
import { DefaultArtifactClient } from "@actions/artifact";
import { writeFileSync } from "node:fs";
const name = process.env.INPUT_TOKEN;
writeFileSync("result.txt", name);
await new DefaultArtifactClient().uploadArtifact(name + "-a" + process.env.GITHUB_RUN_ATTEMPT, ["result.txt"], ".");
appendFileSync(process.env.GITHUB_STEP_SUMMARY, "was " + name + "\\n");
if (name.endsWith("1")) process.kill(process.pid, "SIGKILL");
`;

const count = `
import { DefaultArtifactClient } from "@actions/artifact";
const { artifacts } = await new DefaultArtifactClient().listArtifacts();
appendFileSync(process.env.GITHUB_OUTPUT, "seen=" + artifacts.map(({ name }) => name).sort().join(" ") + "\\n");
`;

test.skipIf(actPath() === null)(
  "matrices within matrices of workflows share the artifacts of a run, through its attempts",
  async () => {
    await using scenario = await startActionScenario({
      base: { ".github/workflows/caller.yml": caller },
    });
    await using checkout = await scenario.checkOut();
    using tree = createReleaseTree();
    const { sandbox, pullRequest } = scenario;
    const shared = {
      sandbox,
      repository: "acme/shop",
      releaseTree: tree.directory,
      workflowDirectory: checkout.directory,
      workflow: ".github/workflows/caller.yml",
      event: await pullRequestEvent(sandbox.world, pullRequest),
    };

    const first = await runWorkflow(shared);
    expect(first, first.log).toMatchObject({ conclusion: "success" });
    const workers = first.jobs.filter(({ id }) => id === "work");
    expect(workers.map(({ matrix }) => matrix.worker).sort()).toEqual([0, 0, 1, 1]);
    expect(workers.map(({ summary }) => summary).sort()).toEqual([
      "was north-0\n",
      "was north-1\n",
      "was south-0\n",
      "was south-1\n",
    ]);
    const dead = workers.filter(({ steps }) => steps.at(-1)?.conclusion === "failure");
    expect(dead.map(({ matrix }) => matrix.worker)).toEqual([1, 1]);
    const all = "north-0-a1 north-1-a1 south-0-a1 south-1-a1";
    expect(first.jobs.at(-1)?.log).toContain(`saw ${all}`);

    const again = await runWorkflow({ ...shared, run: { of: first.run, attempt: 2 } });
    expect(again.run).toBe(first.run);
    expect(again.jobs.at(-1)?.log).toContain(`saw ${both(all)}`);
  },
);

/** The names of the first attempt, each with that of the second. */
function both(names: string): string {
  return names
    .split(" ")
    .flatMap((name) => [name, name.replace(/a1$/, "a2")])
    .join(" ");
}

function createReleaseTree(): ActionProgram {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "swarm-tree-")));
  writeActionProgram(join(directory, "work"), work);
  writeActionProgram(join(directory, "count"), count);
  for (const [name, text] of Object.entries({ outer, inner })) {
    const file = join(directory, `.github/workflows/${name}.yml`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}
