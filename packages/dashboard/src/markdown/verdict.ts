import { wordsOf } from "@swarm-actions/display";
import type { Aggregation, Verdict, VoterReliability } from "@swarm-actions/swarm";
import { share } from "../units.ts";
import { byDoubt, certainty, ruleSentence, tally, verdictTitle } from "../verdicts.ts";
import { writeTable } from "./list.ts";

const itemRoom = { most: 100, characters: 40_000 };
const voterRoom = { most: 50, characters: 10_000 };

/** What was decided, by which rule, and who said otherwise; null when nothing was voted on. */
export function verdictSection(aggregation: Aggregation | null): string | null {
  if (aggregation === null) return null;
  const { verdicts, voters } = aggregation;
  return [
    `### Votes: ${verdictTitle(verdicts)}`,
    "",
    wordsOf(ruleSentence(aggregation), 600),
    "",
    ...writeTable(
      ["Item", "Verdict", "Sure:", "Votes", "Against", "Absent"],
      byDoubt(verdicts),
      verdictCells,
      "item",
      itemRoom,
    ),
    ...voterTable(voters),
  ].join("\n");
}

function verdictCells(verdict: Verdict): readonly string[] {
  const { item, label, dissent, absences } = verdict;
  return [
    wordsOf(item, 160),
    label === null ? "**not decided**" : wordsOf(label, 60),
    share(certainty(verdict)),
    wordsOf(tally(verdict), 160),
    wordsOf(dissent.join(", "), 160),
    wordsOf(absences.join(", "), 160),
  ];
}

function voterTable(voters: readonly VoterReliability[]): readonly string[] {
  if (voters.length === 0) return [];
  const cells = ({ voter, provider, votes, reliability }: VoterReliability): readonly string[] => [
    wordsOf(voter, 80),
    wordsOf(provider, 80),
    votes.toLocaleString("en-US"),
    share(reliability),
  ];
  const columns = ["Voter", "Provider", "Votes:", "Reliability:"];
  return ["", ...writeTable(columns, voters, cells, "voter", voterRoom)];
}
