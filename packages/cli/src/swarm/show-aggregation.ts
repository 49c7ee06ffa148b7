import { counted, visibleLine } from "@swarm-actions/display";
import type { Aggregation, Verdict, VoterReliability } from "@swarm-actions/swarm";

/** Verdicts for people at a terminal; nothing from a vote can reach it raw. */
export function showAggregation({ applied, note, verdicts, voters }: Aggregation): string {
  const lines = [
    `${counted(verdicts.length, "item")} by ${applied}${note === null ? "" : `. ${note}`}`,
    ...(verdicts.length === 0 ? [] : ["", ...verdicts.map(verdictLine)]),
    ...(voters.length === 0 ? [] : ["", "How far each voter can be trusted:"]),
    ...voters.map(voterLine),
  ];
  return `${lines.join("\n")}\n`;
}

function verdictLine({
  item,
  label,
  reason,
  posterior,
  votes,
  dissent,
  absences,
}: Verdict): string {
  const probability = posterior.find((one) => one.label === label)?.probability ?? 0;
  const decided =
    label === null
      ? `no verdict: ${visibleLine(reason ?? "")}`
      : `${visibleLine(label)} (${percent(probability)})`;
  const facts = [
    counted(votes.length, "vote"),
    ...(dissent.length === 0 ? [] : [`against it: ${dissent.map(visibleLine).join(", ")}`]),
    ...(absences.length === 0 ? [] : [`absent: ${absences.map(visibleLine).join(", ")}`]),
  ];
  return `${visibleLine(item)}: ${decided} · ${facts.join(" · ")}`;
}

function voterLine({ voter, provider, votes, reliability }: VoterReliability): string {
  const of = provider === voter ? "" : ` of ${visibleLine(provider)}`;
  return `  ${visibleLine(voter)}${of}: ${percent(reliability)} in ${counted(votes, "vote")}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
