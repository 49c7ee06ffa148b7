import type { Call } from "../../kernel/endpoint.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { canWrite, hasRole } from "../../kernel/role.ts";
import type { Issue } from "../../state/model.ts";

/** Whoever opened it, people who can write, and an App by its permissions. @throws Refusal 403 */
export function checkMayEdit(call: Call, issue: Issue): void {
  const { actor, kind } = call.token();
  if (kind !== "user" || issue.author.id === actor.id) return;
  if (!canWrite(issue.repository, actor)) throw new Refusal(403, "Forbidden");
}

/** Labels and locks are for people who look after the repository. @throws Refusal 404 as GitHub does */
export function checkMayTriage(call: Call): void {
  const { actor, kind } = call.token();
  if (kind === "user" && !hasRole(call.repository(), actor, "triage")) throw notFound();
}
