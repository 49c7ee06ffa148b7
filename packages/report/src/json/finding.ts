import type { Finding, PanelFinding, Place } from "@swarm-actions/review";
import type { JsonFinding, JsonRemark } from "./finding-schema.ts";

export function jsonFinding(finding: PanelFinding): JsonFinding {
  const { agents, votes, standing, members } = finding;
  return {
    ...jsonRemark(finding),
    agents: [...agents],
    votes: { yes: [...votes.yes], no: [...votes.no], missing: [...votes.missing] },
    standing,
    members: members.map(jsonRemark),
  };
}

function jsonRemark(finding: Finding): JsonRemark {
  const { severity, category, rule, message, fingerprint, confidence, agent, provider } = finding;
  const { suggestion = null } = finding;
  return {
    ...jsonPlace(finding.place),
    ...{ severity, category, rule, message, fingerprint, confidence, agent, provider },
    suggestion: suggestion && {
      startLine: suggestion.startLine,
      endLine: suggestion.endLine,
      replacement: suggestion.replacement,
    },
  };
}

function jsonPlace(place: Place): Pick<JsonRemark, "path" | "side" | "startLine" | "endLine"> {
  if (place.kind === "lines") {
    const { path, side, startLine, endLine } = place;
    return { path, side, startLine, endLine };
  }
  const path = place.kind === "file" ? place.path : null;
  return { path, side: null, startLine: null, endLine: null };
}
