import { stat } from "node:fs/promises";
import type { ActionEnvironment } from "@swarm-actions/action-kit";

/** No job lasts longer; an older file tells of something else. */
const longestJob = 24 * 3_600_000;

/**
 * When this job began, in milliseconds since 1970: the runner writes the event's file then, and tells it
 * nowhere else. Where there is no such file: when this process did.
 */
export async function jobStart({ eventPath }: ActionEnvironment): Promise<number> {
  const own = Math.round(Date.now() - process.uptime() * 1000);
  if (eventPath === null) return own;
  const facts = await stat(eventPath).catch(() => null);
  const written = Math.round(facts?.mtimeMs ?? own);
  return written <= own && written > own - longestJob ? written : own;
}
