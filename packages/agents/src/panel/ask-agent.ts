import { CodedError, messageOf } from "@swarm-actions/core";
import type {
  Agent,
  AgentAnswer,
  AgentReport,
  PanelMember,
  ReviewTask,
  TaskFile,
  Usage,
} from "@swarm-actions/review";
import { BrokenCircuitError } from "cockatiel";
import { AgentError } from "./agent-error.ts";
import type { Breakers } from "./breakers.ts";
import { within } from "./within.ts";

const checkTimeoutMs = 15_000;

/** How far a swarm may divide what an agent is given: not at all, by file, or by hunk. */
export type Split = "change" | "file" | "hunk";

/** An agent and how long it may take, in milliseconds. */
export interface PanelAgent {
  readonly agent: Agent;
  readonly timeoutMs: number;
  /** Default `change`. */
  readonly split?: Split;
  /** Who answers in its place when it cannot. */
  readonly standIn?: PanelAgent;
}

/** An agent's part, not yet rid of what must stay in the process. */
export interface AskedAgent {
  readonly member: PanelMember;
  readonly confidential: readonly string[];
}

/** Asks one agent; whatever goes wrong becomes its report. */
export async function askAgent(
  { agent, timeoutMs }: Pick<PanelAgent, "agent" | "timeoutMs">,
  task: ReviewTask,
  breakers: Breakers,
  signal: AbortSignal,
): Promise<AskedAgent> {
  const files = task.files.filter((file) => agent.covers(file));
  if (files.length === 0) return asked(agent, { status: "nothing-in-scope", durationMs: 0 });
  const began = performance.now();
  const lasted = (): number => Math.round(performance.now() - began);
  const coveredPaths = files.map((file) => file.diff.path);
  let status: AgentReport["status"] = "unhealthy";
  try {
    const answer = await breakers.ask(agent.provider, async () => {
      await within(checkTimeoutMs, signal, async (own) => agent.check?.(own));
      status = "failed";
      return within(timeoutMs, signal, (own) => agent.review({ ...task, files }, own));
    });
    return asked(agent, { status: "ok", durationMs: lasted(), coveredPaths, answer });
  } catch (thrown) {
    // Whoever is not at hand misses nothing where all was reviewed before: what was said then stands.
    if (status === "unhealthy" && files.every(isCarried)) {
      return asked(agent, { status: "ok", durationMs: lasted(), coveredPaths });
    }
    const error = explain(thrown, agent);
    if (error.code === "agent/timed-out") status = "timed-out";
    const usage = thrown instanceof AgentError ? thrown.usage : null;
    return asked(agent, { status, durationMs: lasted(), error, usage });
  }
}

function isCarried({ diff, hunks }: TaskFile): boolean {
  return diff.hunks.length > 0 && hunks.length === 0;
}

interface Part {
  readonly status: AgentReport["status"];
  readonly durationMs: number;
  readonly error?: NonNullable<AgentReport["error"]>;
  readonly usage?: Usage | null;
  readonly coveredPaths?: readonly string[];
  readonly answer?: AgentAnswer;
}

function asked(agent: Agent, part: Part): AskedAgent {
  return { member: memberOf(agent, part), confidential: part.answer?.confidential ?? [] };
}

function memberOf(agent: Agent, { status, durationMs, answer, ...part }: Part): PanelMember {
  const { name, provider, weight, categories, silence = "no" } = agent;
  const remarks = answer?.remarks ?? [];
  return {
    name,
    provider,
    weight,
    categories,
    silence,
    coveredPaths: part.coveredPaths ?? [],
    remarks,
    skipped: answer?.skipped ?? [],
    report: {
      name,
      provider,
      status,
      error: part.error ?? null,
      durationMs,
      findings: remarks.length,
      corrections: answer?.corrections ?? [],
      usage: answer?.usage ?? part.usage ?? null,
    },
  };
}

function explain(thrown: unknown, agent: Agent): NonNullable<AgentReport["error"]> {
  if (thrown instanceof BrokenCircuitError) {
    return {
      code: "agent/circuit-open",
      message: `${agent.provider} failed several times in a row, so it was not asked again`,
      fix: `See why the other agents of ${agent.provider} failed.`,
    };
  }
  const coded = thrown instanceof CodedError;
  return {
    code: coded ? thrown.code : "agent/crashed",
    message: messageOf(thrown),
    fix: coded ? thrown.fix : `Report this, naming the agent "${agent.name}".`,
  };
}
