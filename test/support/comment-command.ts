import type { TriggerEvent } from "@swarm-actions/sandbox";
import type { ActionScenario } from "./action-scenario.ts";
import type { ScenarioRun, ScenarioRunOptions } from "./action-scenario-run.ts";

/** A comment, the run that it starts, and what that run made of it. */
export interface Commanded {
  readonly run: ScenarioRun;
  readonly event: TriggerEvent;
  /** What GitHub shows below the comment. */
  readonly reactions: readonly string[];
  /** What was written below it on the pull request meanwhile. */
  readonly replies: readonly { readonly author: string; readonly body: string }[];
}

/** Lets a person comment on the pull request, and runs the action on it. */
export async function commentAndRun(
  scenario: ActionScenario,
  login: string,
  body: string,
  options: ScenarioRunOptions = {},
): Promise<Commanded> {
  const event = await scenario.comment(login, body);
  const comment = scenario.comments().at(-1);
  const before = scenario.comments().length;
  const run = await scenario.run({ ...options, event });
  return {
    run,
    event,
    reactions: comment?.reactions.map(({ content }) => content) ?? [],
    replies: scenario
      .comments()
      .slice(before)
      .map(({ author, body: text }) => ({ author: author.login, body: text })),
  };
}

/** The short ids of the findings, as the summary shows them, by the beginning of their row. */
export function idsInSummary(scenario: ActionScenario): readonly string[] {
  const body = scenario.comments()[0]?.body ?? "";
  return [...body.matchAll(/^\| .* \| `([0-9a-f]{8,16})` \|$/gm)].map(([, id = ""]) => id);
}
