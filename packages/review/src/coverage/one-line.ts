import { cutText } from "@swarm-actions/core";
import { cleanText } from "../finding/clean-text.ts";

/** A reason on one short line: agents give reasons, so that they may hold anything. */
export function oneLine(text: string): string {
  return cutText(cleanText(text.slice(0, 2000)).replace(/\s+/g, " "), 200);
}
