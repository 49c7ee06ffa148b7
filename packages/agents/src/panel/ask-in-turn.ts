import type { PanelMember } from "@swarm-actions/review";
import type { AskedAgent, PanelAgent } from "./ask-agent.ts";

/**
 * Asks an agent and, where it cannot answer, who stands in for it, and so on. Each speaks under its own
 * name and for its own provider, so that votes are counted as they were given.
 * @param ask asks one agent
 */
export async function askInTurn(
  one: PanelAgent,
  ask: (one: PanelAgent) => Promise<AskedAgent>,
  signal: AbortSignal,
): Promise<readonly AskedAgent[]> {
  const asked = await ask(one);
  if (one.standIn === undefined || signal.aborted || !hasFailed(asked)) return [asked];
  const others = await askInTurn(one.standIn, ask, signal);
  const found = others.find(({ member }) => member.report.status === "ok");
  return found === undefined ? [asked, ...others] : [replaced(asked, found.member), ...others];
}

function hasFailed({ member }: AskedAgent): boolean {
  const { status } = member.report;
  return status !== "ok" && status !== "nothing-in-scope";
}

/** Nothing was left to it: its part was done by another, and the reason why stays to be read. */
function replaced({ member, confidential }: AskedAgent, by: PanelMember): AskedAgent {
  const { report } = member;
  const message = `${by.name} answered in its place: ${report.error?.message ?? report.status}`;
  const error = report.error && { ...report.error, message };
  const status = "nothing-in-scope";
  return { member: { ...member, report: { ...report, status, error } }, confidential };
}
