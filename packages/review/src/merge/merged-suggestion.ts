import { canonicalJson } from "@swarm-actions/core";
import type { Finding } from "../finding/model.ts";

/**
 * The suggestion that goes with the speaker's words: its own; or, when it has none, one that at
 * least two members make alike while nobody makes another, and that covers the speaker's lines.
 */
export function mergedSuggestion(
  speaker: Finding,
  members: readonly Finding[],
): Pick<Finding, "suggestion"> {
  if (speaker.suggestion !== undefined) return { suggestion: speaker.suggestion };
  const offered = members.flatMap(({ suggestion }) =>
    suggestion === undefined ? [] : [suggestion],
  );
  const [first] = offered;
  if (first === undefined || offered.length < 2) return {};
  if (new Set(offered.map((one) => canonicalJson(one))).size > 1) return {};
  const { place } = speaker;
  if (place.kind !== "lines" || place.side !== "new") return {};
  const covers = first.startLine <= place.startLine && place.endLine <= first.endLine;
  return covers ? { suggestion: first } : {};
}
