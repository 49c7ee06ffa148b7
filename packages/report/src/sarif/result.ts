import type { Change, PanelFinding } from "@swarm-actions/review";
import type { Fix, Location, Region, Replacement, Result } from "sarif";
import { lineRange } from "../wording.ts";
import { levels } from "./level.ts";
import { ruleId } from "./rule.ts";
import { sarifText } from "./text.ts";
import { artifactLocation } from "./uri.ts";

const longestReplacement = 4000;

/** One finding as a SARIF result. */
export function sarifResult(finding: PanelFinding, ruleIndex: number, change: Change): Result {
  const { votes, standing, confidence, category, severity } = finding;
  const fix = fixOf(finding);
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    level: levels[severity],
    message: { text: messageOf(finding) },
    locations: locationsOf(finding, change),
    partialFingerprints: { "swarmFingerprint/v1": finding.fingerprint },
    ...(fix === null ? {} : { fixes: [fix] }),
    properties: { severity, category, standing, confidence, votes, place: finding.place.kind },
  };
}

function messageOf({ message, place }: PanelFinding): string {
  const where = place.kind === "lines" && place.side === "old" ? ` (line ${lineRange(place)})` : "";
  return `${sarifText(message)}${where}`;
}

/**
 * GitHub shows only results with a file and a region. Lines that exist only before the change, and
 * remarks on a whole file, stand at the file's first line; those on the whole change at the first
 * line of its first file. `properties.place` says which it was.
 */
function locationsOf({ place }: PanelFinding, change: Change): Location[] {
  const path = place.kind === "change" ? change.files[0]?.diff.path : place.path;
  if (path === undefined) return [];
  const region: Region =
    place.kind === "lines" && place.side === "new"
      ? { startLine: place.startLine, endLine: place.endLine }
      : { startLine: 1 };
  return [{ physicalLocation: { artifactLocation: artifactLocation(path), region } }];
}

function fixOf({ place, suggestion }: PanelFinding): Fix | null {
  if (suggestion === undefined || place.kind !== "lines") return null;
  if (suggestion.replacement.length > longestReplacement) return null;
  const { startLine, endLine, replacement } = suggestion;
  const edit: Replacement =
    replacement === ""
      ? { deletedRegion: { startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1 } }
      : { deletedRegion: { startLine, endLine }, insertedContent: { text: replacement } };
  const artifactChange = { artifactLocation: artifactLocation(place.path), replacements: [edit] };
  return { description: { text: "Suggested edit" }, artifactChanges: [artifactChange] };
}
