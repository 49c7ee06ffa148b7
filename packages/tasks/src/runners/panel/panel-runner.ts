import type { PanelAgent } from "@swarm-actions/agents";
import type { Config } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import type { MeshRound, Task, TaskResult, TaskRunner } from "@swarm-actions/swarm";
import { askOrWait } from "./ask-or-wait.ts";
import { type ChangeParts, divideChange } from "./change-parts.ts";
import { checkAgents } from "./check-agents.ts";
import { concludePanel, refuseTask } from "./conclude-panel.ts";
import { learnSecrets } from "./learn-secrets.ts";
import type { PanelSetup } from "./panel-setup.ts";
import { ProviderLog } from "./provider-log.ts";
import { showPeers } from "./show-peers.ts";

/** Does tasks of a change by asking the agents of a configuration; answers with what each said. */
export async function createPanelRunner(setup: PanelSetup): Promise<TaskRunner> {
  const { config, setup: agentSetup } = setup;
  const shared = { ...config, budget: shareBudget(config, setup.tasks) };
  // All kinds of agents are behind it: who only runs a program does not wait for them.
  const { assembleAgents } = await import("@swarm-actions/config");
  const { agents } = await assembleAgents(shared, agentSetup, setup.agents);
  for (const { agent } of agents) agent.prepare?.();
  const log = new ProviderLog(agents, setup.pause);
  const asking = { agents, concurrency: config.concurrency, redactor: agentSetup.redactor, log };
  let parts: Promise<ChangeParts> | undefined;
  const ready = (signal: AbortSignal): Promise<ChangeParts> => {
    parts ??= readParts(setup, agents, signal);
    return parts;
  };
  const runTask = async (
    task: Task,
    mesh: MeshRound | undefined,
    signal: AbortSignal,
  ): Promise<TaskResult | null> => {
    const startedAt = Date.now();
    const began = performance.now();
    const asked = showPeers(
      (await ready(signal)).asked(task.payload),
      task,
      mesh,
      agentSetup.redactor,
    );
    const chosen = { ...asking, agents: chooseAgents(agents, task.asks) };
    const output = await askOrWait(chosen, asked, signal);
    if (output === null) return null;
    return concludePanel(task, output, startedAt, (performance.now() - began) / 1000);
  };
  return {
    check: (signal) => checkAgents(agents, signal),
    run: async (tasks, tell, signal, mesh) => {
      for (const task of tasks) {
        if (signal.aborted) return;
        const startedAt = Date.now();
        const result = await runTask(task, mesh, signal).catch((thrown: unknown) =>
          refused(task, thrown, startedAt),
        );
        // Where every provider is down, what is left is left to whoever finds one that is up.
        if (result === null) return;
        // Agents that were stopped answer as if they had failed; nothing of it is kept.
        if (!signal.aborted) tell(result);
      }
    },
    health: () => log.health(),
    learn: (peers) => log.learn(peers),
  };
}

/** A budget is for the whole review: each task may use its part. */
function shareBudget({ budget: { usd, tokens } }: Config, tasks: number): Config["budget"] {
  return {
    usd: usd === null ? null : usd / Math.max(1, tasks),
    tokens: tokens === null ? null : Math.ceil(tokens / Math.max(1, tasks)),
  };
}

async function readParts(
  { change, config, setup: { redactor } }: PanelSetup,
  agents: readonly PanelAgent[],
  signal: AbortSignal,
): Promise<ChangeParts> {
  const parts = divideChange(await change(), config.review.ignore);
  await learnSecrets(parts.whole, agents, redactor, signal);
  return parts;
}

function chooseAgents(
  agents: readonly PanelAgent[],
  asks: readonly string[] | undefined,
): readonly PanelAgent[] {
  return asks === undefined ? agents : agents.filter(({ agent }) => asks.includes(agent.name));
}

function refused(task: Task, thrown: unknown, startedAt: number): TaskResult {
  if (!(thrown instanceof CodedError)) throw thrown;
  return refuseTask(task, thrown, startedAt);
}
