import { compareText } from "@swarm-actions/core";
import { codeOf, counted, wordsOf } from "@swarm-actions/display";
import type { MissingTask, SwarmReport } from "@swarm-actions/swarm";
import { writeItems } from "./list.ts";

const room = { most: 100, characters: 20_000 };
const mostReasons = { most: 20, characters: 6000 };

/** What has no result, and why; null when nothing is missing. */
export function missingSection({ coverage }: SwarmReport): string | null {
  const { missing } = coverage;
  if (missing.length === 0) return null;
  const item = ({ key, why }: MissingTask): string => `- ${codeOf(key, 200)}: ${wordsOf(why, 300)}`;
  return [
    `### Missing: ${counted(missing.length, "task")}`,
    "",
    ...reasons(missing),
    ...writeItems(missing, item, "task", room),
  ].join("\n");
}

/** Where many are missing, they mostly are for the same few reasons. */
function reasons(missing: readonly MissingTask[]): readonly string[] {
  if (missing.length <= 20) return [];
  const counts = new Map<string, number>();
  for (const { why } of missing) counts.set(why, (counts.get(why) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const item = ([why, count]: readonly [string, number]): string =>
    `- ${counted(count, "task")}: ${wordsOf(why, 300)}`;
  return [...writeItems(sorted, item, "reason", mostReasons), ""];
}

/** Tasks that were done and say no; null when there is none. */
export function failedSection({ coverage }: SwarmReport): string | null {
  const { failed } = coverage;
  if (failed.length === 0) return null;
  return [
    `### Failed: ${counted(failed.length, "task")}`,
    "",
    ...writeItems(failed, (key) => `- ${codeOf(key, 200)}`, "task", room),
  ].join("\n");
}
