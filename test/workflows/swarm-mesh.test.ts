import { expect, test } from "vitest";
import { actPath } from "../support/act.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { callOf, startSwarmWorkflow } from "../support/swarm-workflow.ts";

// Agents that read each other, as jobs: the actions as they are released, on a GitHub of this machine.

/**
 * Agents that first have an opinion of their own, and then take over what both of their peers say; each
 * says in which round it answered. Where it finds a mark, one kills the worker that started it.
 */
function agentIn(folder: string): string {
  return [
    `cd '${folder}'`,
    'round=$(jq .round "$SWARM_PEERS_FILE")',
    'echo "$SWARM_AGENTS $round" >> answered',
    'if [ -e "kill-$SWARM_AGENTS" ]; then kill -KILL "$PPID"; sleep 9; fi',
    // Nobody waits for long for one who is still to be started.
    'touch "here-$SWARM_AGENTS"',
    "until [ -e here-careful ] && [ -e here-thorough ]; do sleep 0.1; done",
    "said=mend",
    'if [ "$SWARM_AGENTS" = careless ]; then said=leave; fi',
    `others=$(jq -c '[.tasks[0].peers[].output] | if length == 2 then unique else [] end' "$SWARM_PEERS_FILE")`,
    `if [ "$(jq length <<< "$others")" = 1 ]; then said=$(jq -r '.[0]' <<< "$others"); fi`,
    `votes=$(jq -nc --arg said "$said" --arg voter "$SWARM_AGENTS" '[{item: "door", voter: $voter, label: $said}]')`,
    `jq -nc --arg said "$said" --argjson votes "$votes" '{output: $said, votes: $votes}' > "$SWARM_RESULT_FILE"`,
  ].join("\n");
}

function meshIn(folder: string, inputs: Readonly<Record<string, unknown>>) {
  const given = {
    source: "json",
    select: JSON.stringify([{ key: "door", payload: "It squeaks." }]),
    run: agentIn(folder),
    agents: "careful\ncareless\nthorough",
    rounds: "5",
    quorum: "2",
    consensus: "unanimous",
    checkout: false,
  };
  return { jobs: { swarm: callOf("swarm-mesh", { ...given, ...inputs }) } };
}

test.skipIf(actPath() === null)(
  "agents read what their peers said, revise, and stop when nothing changes",
  async () => {
    await using stage = await startSwarmWorkflow((folder) =>
      meshIn(folder, { "round-deadline": "240" }),
    );
    const result = await stage.run();
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    expect([...(await stage.lines("answered"))].sort()).toEqual(
      ["careful", "careless", "thorough"].flatMap((agent) =>
        [0, 1, 2].map((round) => `${agent} ${round}`),
      ),
    );
    const { report, results } = keptSwarm(result.run);
    expect(report).toMatchObject({ outcome: "complete", topology: "mesh" });
    expect(results.map(({ key, output }) => [key, output])).toEqual(
      [0, 1, 2].map((worker) => [`door@w${worker}`, "mend"]),
    );
    expect(report.verdict).toMatchObject({ verdicts: [{ item: "door", label: "mend" }] });
  },
);

test.skipIf(actPath() === null)(
  "a dead agent holds its peers up until the deadline and no longer, and is named",
  async () => {
    await using stage = await startSwarmWorkflow((folder) =>
      meshIn(folder, { "round-deadline": "10", "min-coverage": "60" }),
    );
    await stage.mark("kill-careless");
    const result = await stage.run();
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    const answered = [...(await stage.lines("answered"))].sort();
    expect(answered).toEqual([
      ...["careful 0", "careful 1", "careless 0", "thorough 0", "thorough 1"],
    ]);
    const { report, results } = keptSwarm(result.run);
    expect(report).toMatchObject({ outcome: "partial", coverage: { tasks: 3, done: 2 } });
    expect(report.coverage.missing).toMatchObject([
      { key: "door@w1", why: expect.stringContaining("worker 1, which did not end") },
    ]);
    expect(results.map(({ output }) => output)).toEqual(["mend", "mend"]);
    // By itself a round waits for five minutes.
    expect(report.figures.makespan).toBeGreaterThan(10);
    expect(report.figures.makespan).toBeLessThan(150);
  },
);
