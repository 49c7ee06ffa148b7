import { CodedError, messageOf, type Redactor } from "@swarm-actions/core";
import type {
  Agent,
  AgentAnswer,
  AgentReport,
  PanelMember,
  Remark,
  ReviewTask,
} from "@swarm-actions/review";
import { BrokenCircuitError, type CircuitBreakerPolicy } from "cockatiel";
import type { PanelAgent } from "./panel.ts";
import { within } from "./within.ts";

const checkTimeoutMs = 15_000;

interface Circumstances {
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
}

/** Asks one agent; whatever goes wrong becomes its report. */
export async function askAgent(
  { agent, timeoutMs }: PanelAgent,
  task: ReviewTask,
  breaker: CircuitBreakerPolicy,
  { redactor, signal }: Circumstances,
): Promise<PanelMember> {
  const files = task.files.filter((file) => agent.covers(file));
  if (files.length === 0) return memberOf(agent, { status: "nothing-in-scope", durationMs: 0 });
  const began = performance.now();
  const lasted = (): number => Math.round(performance.now() - began);
  let status: AgentReport["status"] = "unhealthy";
  try {
    const answer = await breaker.execute(async () => {
      await within(checkTimeoutMs, signal, async (own) => agent.check?.(own));
      status = "failed";
      return within(timeoutMs, signal, (own) => agent.review({ ...task, files }, own));
    });
    const coveredPaths = files.map((file) => file.diff.path);
    return memberOf(agent, { status: "ok", durationMs: lasted(), coveredPaths, answer, redactor });
  } catch (thrown) {
    const error = explain(thrown, agent, redactor);
    if (error.code === "agent/timed-out") status = "timed-out";
    return memberOf(agent, { status, durationMs: lasted(), error });
  }
}

interface Part {
  readonly status: AgentReport["status"];
  readonly durationMs: number;
  readonly error?: NonNullable<AgentReport["error"]>;
  readonly coveredPaths?: readonly string[];
  readonly answer?: AgentAnswer;
  readonly redactor?: Redactor;
}

function memberOf(agent: Agent, part: Part): PanelMember {
  const { name, provider, weight, categories, silence = "no" } = agent;
  const { status, durationMs, answer, redactor } = part;
  const remarks = answer?.remarks ?? [];
  return {
    name,
    provider,
    weight,
    categories,
    silence,
    coveredPaths: part.coveredPaths ?? [],
    remarks: redactor === undefined ? remarks : remarks.map((remark) => redact(remark, redactor)),
    skipped: answer?.skipped ?? [],
    report: {
      name,
      provider,
      status,
      error: part.error ?? null,
      durationMs,
      findings: remarks.length,
      corrections: answer?.corrections ?? [],
      usage: answer?.usage ?? null,
    },
  };
}

function redact(remark: Remark, redactor: Redactor): Remark {
  const { suggestion } = remark;
  return {
    ...remark,
    message: redactor.redact(String(remark.message)),
    ...(suggestion === undefined
      ? {}
      : {
          suggestion: {
            ...suggestion,
            replacement: redactor.redact(String(suggestion.replacement)),
          },
        }),
  };
}

function explain(
  thrown: unknown,
  agent: Agent,
  redactor: Redactor,
): NonNullable<AgentReport["error"]> {
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
    message: redactor.redact(messageOf(thrown)),
    fix: coded ? redactor.redact(thrown.fix) : `Report this, naming the agent "${agent.name}".`,
  };
}
