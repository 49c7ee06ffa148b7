import { counted, duration, fit, pad, visible, visibleLine, wrap } from "@swarm-actions/display";
import type { AgentReport, ReviewResult } from "@swarm-actions/review";
import { usageSentence } from "../amounts.ts";
import { partName, type UnreadPart, unreadParts } from "../unread-parts.ts";
import {
  coverageSentence,
  coverageStatus,
  didFail,
  incrementalSentence,
  statusWords,
} from "../wording.ts";
import type { Page } from "./page.ts";

const mostUnread = 10;

/** How much was looked at, and what was not and why. */
export function coverageLines(page: Page, result: ReviewResult): string[] {
  const unread = unreadParts(result.coverage.entries);
  const more = unread.length - mostUnread;
  return [
    page.paint.bold("Coverage"),
    ...[coverageSentence(result), visible(incrementalSentence(result))]
      .filter((sentence) => sentence !== "")
      .flatMap((sentence) => wrap(page, sentence, "  ")),
    ...unread.slice(0, mostUnread).flatMap((part) => wrap(page, unreadWords(part), "    ")),
    ...(more > 0 ? [`    … and ${counted(more, "part")} more`] : []),
    "",
  ];
}

function unreadWords(part: UnreadPart): string {
  const { status, reason } = part.coverage;
  return `${coverageStatus[status]}: ${visibleLine(partName(part))} (${visibleLine(reason)})`;
}

/** Every agent with what it did and how long it took; failures with their fix. */
export function agentLines(page: Page, agents: readonly AgentReport[]): string[] {
  const names = agents.map(({ name }) => fit(visibleLine(name), 32));
  const columns = Math.max(5, ...names.map((name) => name.length));
  const rows = agents.flatMap((agent, index) => [
    `  ${pad(names[index] ?? "", columns)}  ${agentWords(page, agent)}`,
    ...failureLines(page, agent),
  ]);
  return [page.paint.bold("Agents"), ...rows, ""];
}

function agentWords(page: Page, agent: AgentReport): string {
  const status = statusWords[agent.status];
  const paint = didFail(agent) ? page.paint.bad : page.paint.good;
  const corrections = agent.corrections.map(
    ({ kind, reason, count }) => `${count} ${kind}: ${visibleLine(reason)}`,
  );
  const { trust } = agent;
  const weight = trust === undefined ? [] : [`its word weighs ${Number(trust.toPrecision(2))}`];
  const told = [counted(agent.findings, "finding"), duration(agent.durationMs)];
  const facts = [...told, ...weight, ...corrections];
  return `${paint(pad(status, 16))}  ${page.paint.dim(facts.join(", "))}`;
}

function failureLines(page: Page, { error }: AgentReport): string[] {
  if (error === null) return [];
  return [
    ...wrap(page, `${visibleLine(error.code)}: ${visible(error.message)}`, "      "),
    ...wrap(page, `Fix: ${visible(error.fix)}`, "      "),
  ];
}

/** Tokens and money, when anything billed. */
export function usageLines(page: Page, { usage, agents }: ReviewResult): string[] {
  if (usage === null) return [];
  return [page.paint.bold("Usage"), ...wrap(page, usageSentence(usage, agents), "  "), ""];
}
