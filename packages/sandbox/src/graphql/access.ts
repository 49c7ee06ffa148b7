import { authorize } from "../kernel/authorize.ts";
import type { Permission } from "../kernel/endpoint.ts";
import { Refusal } from "../kernel/refusal.ts";
import { isVisible } from "../kernel/sight.ts";
import type { Repository } from "../state/model.ts";
import type { GraphqlContext } from "./context.ts";
import { GraphqlFault } from "./fault.ts";

/** Reading what a private repository holds asks for a permission; a public one is open. */
export function mayRead(
  { token }: GraphqlContext,
  repository: Repository,
  permission: Permission,
): void {
  ask(token, repository, "GET", permission);
}

/** @throws GraphqlFault FORBIDDEN, in the words of GitHub for people and for Apps */
export function mayWrite(
  { token }: GraphqlContext,
  repository: Repository,
  permission: Permission,
  mutation: string,
): void {
  try {
    ask(token, repository, "POST", permission);
  } catch (error) {
    // GitHub hides from REST what a person may not change; here it says so.
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
    throw insufficient(token.actor.login, mutation);
  }
}

export function insufficient(login: string, mutation: string): GraphqlFault {
  const action = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const message = `${login} does not have the correct permissions to execute \`${action}\``;
  return new GraphqlFault("FORBIDDEN", message);
}

/** Whether it would be let through. */
export function can(
  { token }: GraphqlContext,
  repository: Repository,
  permission: Permission,
): boolean {
  try {
    ask(token, repository, "POST", permission);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export function sees({ token }: GraphqlContext, repository: Repository): boolean {
  return isVisible(repository, token);
}

function ask(
  token: GraphqlContext["token"],
  repository: Repository,
  method: "GET" | "POST",
  permission: Permission,
): void {
  authorize({ method, permission }, token, repository);
}
