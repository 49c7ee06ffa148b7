import { counted } from "@swarm-actions/display";
import { coverageStatus, partName, type UnreadPart, unreadParts } from "@swarm-actions/report";
import type { CoverageLedger } from "@swarm-actions/review";
import { codeOf, wordsOf } from "../words.ts";
import { listItems } from "./list-items.ts";

const room = 3000;

/** How much of the change was reviewed, now or before, and what was not and why. */
export function coverageSection({
  entries,
  reviewed,
  carried,
  excluded,
  missed,
}: CoverageLedger): string {
  const parts = [
    `${(reviewed + carried).toLocaleString("en-US")} of ${counted(entries.length, "part")} of the change reviewed`,
    excluded > 0 ? `${excluded} left out on purpose` : "",
    missed > 0 ? `${missed} missed` : "",
  ];
  const sentence = `${parts.filter((part) => part !== "").join(", ")}.`;
  const unread = listItems(unreadParts(entries), unreadItem, room, "part");
  return ["### Coverage", sentence, unread].filter((part) => part !== "").join("\n\n");
}

function unreadItem(part: UnreadPart): string {
  const { status, reason } = part.coverage;
  return `- ${coverageStatus[status]}: ${codeOf(partName(part), 200)} (${wordsOf(reason, 200)})`;
}
