import type { Sandbox } from "@swarm-actions/sandbox";
import { isKnownContradiction } from "./contradictions.ts";
import { readWebhooks } from "./read-description.ts";
import { createFindFaults } from "./validate.ts";
import type { Violation } from "./violation.ts";

type JudgedEvent = Pick<Sandbox["events"][number], "name" | "payload">;

const findFaults = createFindFaults(readWebhooks);

/** What is wrong with the payload of an event by GitHub's description of webhooks. */
export function judgeEvent(event: JudgedEvent): readonly Violation[] {
  return judgeEventStrictly(event).filter((violation) => !isKnownContradiction(violation));
}

export function judgeEventStrictly({ name, payload }: JudgedEvent): readonly Violation[] {
  const { action } = payload;
  const full = typeof action === "string" ? `${name}-${action}` : name;
  const schema = full.replaceAll("_", "-");
  const found =
    readWebhooks()[schema] === undefined
      ? [{ at: "/action", message: "is no event of GitHub's" }]
      : findFaults(schema, payload);
  const operation = `event ${schema}`;
  return found.map((fault) => ({ operation, status: 0, in: "payload", ...fault }));
}
