import { CodedError, digest } from "@swarm-actions/core";
import { decodePlan } from "../plan/decode.ts";
import { parseName } from "../queue/names.ts";
import type { PublishedPage, PublishedPlan } from "./board-findings.ts";

/**
 * Reads a plan that hung on the board under a name. Its digest is that of its text, which is canonical
 * unless somebody else wrote it.
 * @throws CodedError `plan/invalid` when it is none, or none of this swarm and round
 */
export function readPlan({ name, content }: PublishedPage, key: string): PublishedPlan {
  const plan = decodePlan(content);
  const at = parseName(name, key);
  if (at?.kind !== "plan" || plan.key !== key || plan.epoch !== at.epoch) throw elsewhere(name);
  return { attempt: at.attempt, digest: digest(content), plan };
}

function elsewhere(name: string): CodedError {
  return new CodedError("plan/invalid", `the plan under ${name} is one of another place`, {
    fault: "platform",
    fix: "Plan again; if it comes back, look who else writes artifacts in this run.",
  });
}
