import { compareText } from "@swarm-actions/core";
import { counted } from "@swarm-actions/display";
import type { Aggregation, Verdict } from "@swarm-actions/swarm";

/** What people have to look at first: what was not decided, then what was disputed, then the least sure. */
export function byDoubt(verdicts: readonly Verdict[]): readonly Verdict[] {
  const sure = new Map(verdicts.map((verdict) => [verdict, certainty(verdict)]));
  return verdicts.toSorted(
    (a, b) =>
      Number(a.label !== null) - Number(b.label !== null) ||
      b.dissent.length - a.dissent.length ||
      (sure.get(a) ?? 0) - (sure.get(b) ?? 0) ||
      compareText(a.item, b.item),
  );
}

/** How likely the label that was decided, or else the likeliest one, is to be true. */
export function certainty({ label, posterior }: Verdict): number {
  const most = posterior.reduce((top, { probability }) => Math.max(top, probability), 0);
  return posterior.find((one) => one.label === label)?.probability ?? most;
}

/** `bug 3, idea 1`: labels by how many said so. Raw. */
export function tally({ votes }: Verdict): string {
  const counts = new Map<string, number>();
  for (const { label } of votes)
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return sorted.map(([label, count]) => `${label} ${count}`).join(", ");
}

/** How much was decided, and how much of it not by all. */
export function verdictTitle(verdicts: readonly Verdict[]): string {
  const open = verdicts.filter(({ label }) => label === null).length;
  const disputed = verdicts.filter(({ dissent }) => dissent.length > 0).length;
  const decided = `${counted(verdicts.length - open, "item")} decided`;
  const rest = open === 0 ? "" : `, ${open.toLocaleString("en-US")} not`;
  return `${decided}${rest}, ${disputed.toLocaleString("en-US")} with dissent`;
}

/** Raw: the rule's name and note are in it. */
export function ruleSentence({ rule, applied, note }: Aggregation): string {
  const how =
    rule === applied ? `Decided by ${rule}.` : `Asked for ${rule}, decided by ${applied}.`;
  return note === null ? how : `${how} ${note}`;
}
