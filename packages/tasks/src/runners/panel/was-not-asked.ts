import type { PanelMember } from "@swarm-actions/review";

/** Its provider is taken to be down, so that nothing was sent to it. */
export function wasNotAsked({ report }: PanelMember): boolean {
  return report.error?.code === "agent/circuit-open";
}

/** Whether a task was not looked at by anybody, only because providers are taken to be down. */
export function nobodyWasAsked(members: readonly PanelMember[]): boolean {
  const inScope = members.filter(
    ({ report }) => report.status !== "nothing-in-scope" || report.error !== null,
  );
  return inScope.length > 0 && inScope.every(wasNotAsked);
}
