import { expect } from "vitest";
import type { ActionScenario } from "./action-scenario.ts";

interface Threads {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: {
        readonly nodes: readonly { readonly id: string; readonly path: string }[];
      };
    };
  };
}

const threadsQuery = `{ repository(owner: "acme", name: "shop") { pullRequest(number: 1) {
  reviewThreads(first: 9) { nodes { id path } } } } }`;

/** Somebody closes the thread on a file by hand. */
export async function resolveAs(
  scenario: ActionScenario,
  login: string,
  path: string,
): Promise<void> {
  const shown = (await askAs(scenario, login, threadsQuery)) as Threads;
  const { nodes } = shown.repository.pullRequest.reviewThreads;
  const id = nodes.find((one) => one.path === path)?.id;
  const resolve = `resolveReviewThread(input: { threadId: "${id}" }) { thread { isResolved } }`;
  await askAs(scenario, login, `mutation { ${resolve} }`);
  const thread = scenario.threads().find((one) => one.path === path);
  expect(thread?.resolvedBy?.login).toBe(login);
}

async function askAs(scenario: ActionScenario, login: string, query: string): Promise<unknown> {
  const answer = await fetch(`${scenario.sandbox.url}/graphql`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${scenario.tokenOf(login)}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { readonly data: unknown }).data;
}
