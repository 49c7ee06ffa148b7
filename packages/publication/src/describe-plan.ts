import { fenceOf } from "@swarm-actions/core";
import { counted, visible } from "@swarm-actions/display";
import { isEmpty } from "./outgoing.ts";
import type { CheckPlan, PublicationPlan, ReviewPlan, SummaryPlan } from "./plan.ts";
import { codeOf } from "./words.ts";

/** What would be written, as Markdown, for a dry run. */
export function describePlan(plan: PublicationPlan): string {
  const target = codeOf(`${plan.owner}/${plan.repository}#${plan.number}`);
  if (isEmpty(plan)) return `Nothing would be written on ${target}: it says this already.\n`;
  const parts = [
    `## What would be written on ${target}`,
    describeSummary(plan.summary),
    plan.review === null ? "" : describeReview(plan.review),
    plan.check === null ? "" : describeCheck(plan.check),
    ...plan.resolve.map(({ reason }) => `Resolves a thread: ${codeOf(reason)}`),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function describeSummary(summary: SummaryPlan): string {
  if (summary.kind === "keep") return "The summary stays as it is.";
  const title = summary.kind === "create" ? "A new summary" : `The summary ${summary.id}, updated`;
  return `### ${title}\n\n${shown(summary.body)}`;
}

function describeReview({ commitSha, body, lines, files }: ReviewPlan): string {
  const count = counted(lines.length + files.length, "comment");
  const onLines = lines.map(({ path, side, startLine, line, body: text }) => {
    const range = startLine === null ? `${line}` : `${startLine}-${line}`;
    return `#### ${codeOf(`${path}:${range}`)} (${side})\n\n${shown(text)}`;
  });
  const onFiles = files.map(({ path, body: text }) => `#### ${codeOf(path)}\n\n${shown(text)}`);
  const title = `### A review of ${codeOf(commitSha.slice(0, 10))} with ${count}`;
  return [title, shown(body), ...onLines, ...onFiles].join("\n\n");
}

function describeCheck({
  name,
  conclusion,
  title,
  summary,
  annotations,
  updates,
}: CheckPlan): string {
  const which = updates === null ? "A new check" : `The check ${updates}, updated`;
  const marks = `${counted(annotations.length, "annotation")}.`;
  return `### ${which}: ${codeOf(name)}, ${conclusion}\n\n${shown(`${title}\n\n${summary}`)}\n\n${marks}`;
}

function shown(body: string): string {
  return fenceOf(visible(body).split("\n"), "markdown");
}
