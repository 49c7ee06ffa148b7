import { resolve } from "node:path";
import { decodeState, type RefusedState, type ReviewState } from "@swarm-actions/review";
import { readText } from "../read-text.ts";

/** The state of the last review, from a report of it; null when none was named. */
export async function readPrevious(
  file: string | undefined,
  directory: string,
): Promise<ReviewState | RefusedState | null> {
  if (file === undefined) return null;
  const text = await readText(resolve(directory, file), "--previous");
  return decodeState(stateOfJson(text) ?? text);
}

/** Only the report's own state counts: its messages could hold something that looks like one. */
function stateOfJson(text: string): string | null {
  try {
    const report: unknown = JSON.parse(text);
    const isReport = typeof report === "object" && report !== null && "state" in report;
    return isReport && typeof report.state === "string" ? report.state : null;
  } catch {
    return null;
  }
}
