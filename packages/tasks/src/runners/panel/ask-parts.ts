import { createPanel, type PanelAgent, type Split } from "@swarm-actions/agents";
import type { Redactor } from "@swarm-actions/core";
import type { PanelMember, ReviewTask } from "@swarm-actions/review";
import type { Asked } from "./change-parts.ts";
import type { PanelOutput, PanelSeat } from "./panel-output.ts";
import type { ProviderLog } from "./provider-log.ts";

/** Who is asked, and how. */
export interface Asking {
  readonly agents: readonly PanelAgent[];
  readonly concurrency: number;
  readonly redactor: Redactor;
  readonly log: ProviderLog;
}

const splits: readonly Split[] = ["change", "file", "hunk"];

/** Asks each agent about its part of a task, and those who have one alone. */
export async function askParts(
  { agents, log, ...options }: Asking,
  asked: Asked,
  signal: AbortSignal,
): Promise<PanelOutput> {
  const groups = splits.map((split) => ({
    task: asked[split],
    agents: agents.filter((one) => (one.split ?? "change") === split),
  }));
  const present = groups.filter(({ task }) => task.files.length > 0);
  const answers = present.map(async (group) => {
    const panel = createPanel({
      ...options,
      agents: group.agents,
      signal,
      breakers: log.breakers,
    });
    const members = await panel.review(group.task);
    return members.map((member) => withSkips(member, group.agents, group.task));
  });
  const members = (await Promise.all(answers)).flat();
  // Whoever was stopped, as another worker was sooner, has not failed.
  if (!signal.aborted) for (const member of members) log.note(member);
  return { version: 1, seats: agents.map(seatOf), members };
}

export function seatOf({ agent, split = "change" }: PanelAgent): PanelSeat {
  const { name, provider, weight, categories, silence = "no" } = agent;
  return { name, provider, weight, categories, silence, split };
}

/** An agent that failed left out all that it covers of the task: other tasks may have gone better. */
function withSkips(
  member: PanelMember,
  agents: readonly PanelAgent[],
  { files }: ReviewTask,
): PanelMember {
  const { status, error } = member.report;
  if (status === "ok" || status === "nothing-in-scope") return member;
  const agent = agents.flatMap(withStandIns).find(({ name }) => name === member.name);
  const reason = error?.message ?? `the agent ${status}`;
  const skipped = files
    .filter((file) => agent?.covers(file) === true)
    .flatMap(({ diff, hunks }) => hunks.map((hunk) => ({ path: diff.path, hunk, reason })));
  return { ...member, skipped };
}

function withStandIns(one: PanelAgent): PanelAgent["agent"][] {
  return [one.agent, ...(one.standIn === undefined ? [] : withStandIns(one.standIn))];
}
