import { codeOf, counted, duration, wordsOf, writeWhileFits } from "@swarm-actions/display";
import type { AgentReport, ReviewResult } from "@swarm-actions/review";
import { usageSentence } from "../amounts.ts";
import { partName, type UnreadPart, unreadParts } from "../unread-parts.ts";
import { coverageSentence, coverageStatus, incrementalSentence, statusWords } from "../wording.ts";

const unreadRoom = 3000;
const agentRoom = 3000;
const failureRoom = 3000;

/** How much was looked at, and what was not and why. */
export function coverageSection(result: ReviewResult): string {
  const unread = unreadParts(result.coverage.entries);
  const shown = writeWhileFits(unread, unreadItem, unreadRoom, 1);
  const more = unread.length - shown.length;
  return [
    "### Coverage",
    "",
    `${coverageSentence(result)} ${wordsOf(incrementalSentence(result))}`.trimEnd(),
    ...(unread.length > 0 ? [""] : []),
    ...shown,
    ...(more > 0 ? [`- and ${counted(more, "part")} more`] : []),
  ].join("\n");
}

function unreadItem(part: UnreadPart): string {
  const { status, reason } = part.coverage;
  return `- ${coverageStatus[status]}: ${codeOf(partName(part), 200)} (${wordsOf(reason, 200)})`;
}

/** Every agent with what it did; failures with their fix. */
export function agentsSection({ agents, usage }: ReviewResult): string {
  const shown = writeWhileFits(agents, agentRow, agentRoom, 1);
  const more = agents.length - shown.length;
  return [
    "### Agents",
    "",
    "| Agent | Status | Findings | Time |",
    "|---|---|---:|---:|",
    ...shown,
    ...(more > 0 ? ["", `And ${counted(more, "agent")} more.`] : []),
    ...failures(agents),
    ...(usage === null ? [] : ["", usageSentence(usage, agents)]),
  ].join("\n");
}

function agentRow({ name, status, findings, durationMs }: AgentReport): string {
  return `| ${codeOf(name, 60)} | ${statusWords[status]} | ${findings} | ${duration(durationMs)} |`;
}

function failures(agents: readonly AgentReport[]): readonly string[] {
  const items = writeWhileFits(
    agents.filter(({ error }) => error !== null),
    failureItem,
    failureRoom,
    1,
  );
  return items.length === 0 ? [] : ["", ...items];
}

function failureItem({ name, error }: AgentReport): string {
  return `- ${codeOf(name, 60)}: ${wordsOf(error?.message ?? "")}. Fix: ${wordsOf(error?.fix ?? "")}`;
}
