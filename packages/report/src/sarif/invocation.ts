import type { AgentReport } from "@swarm-actions/review";
import type { Invocation, Notification } from "sarif";
import type { ReviewReport } from "../model.ts";
import { didFail } from "../wording.ts";
import { sarifText } from "./text.ts";

/** How the run went: failed agents, parts not looked at, and results that did not fit. */
export function invocationOf({ result, startedAt }: ReviewReport, leftOut: number): Invocation {
  const notifications = [
    ...result.agents.filter(didFail).map(failure),
    ...result.reasons.map(({ code, message }) => warning(`review/${code}`, message)),
    ...(leftOut > 0 ? [warning("report/left-out", leftOutWords(leftOut))] : []),
  ];
  return {
    executionSuccessful: result.outcome === "clean" || result.outcome === "findings",
    ...(startedAt === undefined ? {} : { startTimeUtc: startedAt }),
    toolExecutionNotifications: notifications,
  };
}

function failure({ name, status, error }: AgentReport): Notification {
  const words = error === null ? status : `${error.message}. ${error.fix}`;
  return {
    level: "error",
    descriptor: { id: error?.code ?? `agent/${status}` },
    message: { text: sarifText(`Agent ${name}: ${words}`) },
    properties: { agent: name, status },
  };
}

function warning(id: string, text: string): Notification {
  return { level: "warning", descriptor: { id }, message: { text: sarifText(text) } };
}

function leftOutWords(count: number): string {
  return `${count} of the mildest findings were left out to stay within what GitHub accepts.`;
}
