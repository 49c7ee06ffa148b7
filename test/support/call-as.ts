import type { ActionScenario } from "./action-scenario.ts";

/** Does by the API what a person would do with the mouse. @throws Error unless it was taken */
export async function callAs(
  { sandbox, tokenOf }: ActionScenario,
  login: string,
  [method, path, body]: readonly [string, string, object],
): Promise<void> {
  const answer = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokenOf(login)}`,
      "content-type": "application/json",
      "user-agent": "a person",
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
}

/** Somebody who may closes the pull request. */
export function closeAs(scenario: ActionScenario, login: string): Promise<void> {
  return callAs(scenario, login, ["PATCH", "/repos/acme/shop/pulls/1", { state: "closed" }]);
}
