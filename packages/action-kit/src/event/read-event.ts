import { readFileSync, statSync } from "node:fs";
import { CodedError, messageOf } from "@swarm-actions/core";
import type { ActionEnvironment } from "../environment.ts";
import { type ActionEvent, eventSchemas } from "./event.ts";

/** GitHub's own limit of a payload is 25 MB. */
const limit = 26 * 1024 * 1024;

/** Reads what started the run. @throws CodedError `action/no-event`, `action/invalid-event` */
export function readEvent(environment: ActionEnvironment): ActionEvent {
  const { eventName } = environment;
  const schema = eventName in eventSchemas ? eventSchemas[eventName as Known] : undefined;
  if (schema === undefined || !Object.hasOwn(eventSchemas, eventName)) {
    return { name: "other", event: eventName };
  }
  const result = schema.safeParse(readPayload(environment));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalid(environment, `${issue?.path.join(".")}: ${issue?.message}`);
}

type Known = keyof typeof eventSchemas;

function readPayload(environment: ActionEnvironment): unknown {
  const { eventPath, eventName } = environment;
  if (eventPath === null) throw missing(`there is no payload of the event ${eventName}`);
  try {
    // Nothing else is to be done meanwhile, and a round through the thread pool takes longer.
    const { size } = statSync(eventPath);
    if (size > limit) throw invalid(environment, "it is over 26 MiB");
    return JSON.parse(readFileSync(eventPath, "utf8"));
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    if (thrown instanceof SyntaxError) throw invalid(environment, "it is not JSON");
    throw missing(messageOf(thrown));
  }
}

function missing(message: string): CodedError {
  return new CodedError("action/no-event", message, {
    fix: "Run this as a step of a GitHub Actions job, or set GITHUB_EVENT_PATH to a payload.",
    place: "GITHUB_EVENT_PATH",
  });
}

function invalid({ eventName }: ActionEnvironment, what: string): CodedError {
  return new CodedError("action/invalid-event", `not a payload of ${eventName}: ${what}`, {
    fix: "Check that GITHUB_EVENT_NAME and GITHUB_EVENT_PATH belong together.",
    place: "GITHUB_EVENT_PATH",
  });
}
