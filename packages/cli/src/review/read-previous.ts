import { resolve } from "node:path";
import { decodeState, type RefusedState, type ReviewState } from "@swarm-actions/review";
import { readText } from "../read-text.ts";

/** The state of the last review, from a report of it; null when none was named. */
export async function readPrevious(
  file: string | undefined,
  directory: string,
): Promise<ReviewState | RefusedState | null> {
  if (file === undefined) return null;
  return decodeState(await readText(resolve(directory, file), "--previous"));
}
