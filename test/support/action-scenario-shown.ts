import type { ActionScenario } from "./action-scenario.ts";

/** What people see of reviews on a pull request, in few words. */
export interface Shown {
  /** The commit of each. */
  readonly reviews: readonly string[];
  /** The first line of each comment of the conversation. */
  readonly comments: readonly string[];
  /** `open src/a.js:3`, sorted; a place that the diff no longer has is `src/a.js:-`. */
  readonly threads: readonly string[];
  /** Of the head. */
  readonly checks: readonly string[];
}

export function shownOn(scenario: ActionScenario): Shown {
  return {
    reviews: scenario.reviews().map(({ commitSha }) => commitSha),
    comments: scenario.comments().map(({ body }) => body.split("\n")[0] ?? ""),
    threads: scenario
      .threads()
      .filter(({ comments }) => comments.length > 0)
      .map(({ path, line, resolvedBy }) => {
        return `${resolvedBy === null ? "open" : "resolved"} ${path}:${line ?? "-"}`;
      })
      .sort(),
    checks: checksOfHead(scenario),
  };
}

function checksOfHead(scenario: ActionScenario): string[] {
  const { sha } = scenario.pullRequest.head;
  const ofHead = scenario.checks().filter(({ suite }) => suite.headSha === sha);
  return ofHead.map(({ name, status, conclusion }) => `${name} ${status} ${conclusion}`);
}

/** Every request of a run by what it asks: `POST /repos/acme/shop/pulls/1/reviews`, `mutation Conclude`. */
export function namesOf(
  requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly requestBody: unknown;
  }[],
): string[] {
  return requests.map(({ method, url, requestBody }) => {
    const { query } = (requestBody ?? {}) as { query?: string };
    const name = /^\s*(?:query|mutation) \w+/.exec(query ?? "")?.[0].trim();
    return name ?? `${method} ${url.replace(/\?.*/, "")}`;
  });
}
