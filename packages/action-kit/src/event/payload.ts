import { readFileSync, statSync } from "node:fs";
import { CodedError, messageOf } from "@swarm-actions/core";
import type { ActionEnvironment } from "../environment.ts";

/** GitHub's own limit of a payload is 25 MB. */
const limit = 26 * 1024 * 1024;

/** What the event's file holds. @throws CodedError `action/no-event`, `action/invalid-event` */
export function readPayload(environment: ActionEnvironment): unknown {
  const { eventPath, eventName } = environment;
  if (eventPath === null) throw missing(`there is no payload of the event ${eventName}`);
  try {
    // Nothing else is to be done meanwhile, and a round through the thread pool takes longer.
    const { size } = statSync(eventPath);
    if (size > limit) throw invalidEvent(environment, "it is over 26 MiB");
    return JSON.parse(readFileSync(eventPath, "utf8"));
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    if (thrown instanceof SyntaxError) throw invalidEvent(environment, "it is not JSON");
    throw missing(messageOf(thrown));
  }
}

function missing(message: string): CodedError {
  return new CodedError("action/no-event", message, {
    fix: "Run this as a step of a GitHub Actions job, or set GITHUB_EVENT_PATH to a payload.",
    place: "GITHUB_EVENT_PATH",
  });
}

/** The payload is not what its event should have. */
export function invalidEvent({ eventName }: ActionEnvironment, what: string): CodedError {
  return new CodedError("action/invalid-event", `not a payload of ${eventName}: ${what}`, {
    fix: "Check that GITHUB_EVENT_NAME and GITHUB_EVENT_PATH belong together.",
    place: "GITHUB_EVENT_PATH",
  });
}
