import { canonicalJson, compareText } from "@swarm-actions/core";
import { type Finding, type Place, type Severity, severities } from "./model.ts";

/**
 * The order findings are shown in: worst first, then path, line, rule and agent. It is total: two
 * findings compare as 0 only when they are equal in everything.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareSeverities(a.severity, b.severity) ||
    comparePlaces(a.place, b.place) ||
    compareText(a.rule, b.rule) ||
    compareText(a.agent, b.agent) ||
    compareText(a.message, b.message) ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareText(canonicalJson(a), canonicalJson(b))
  );
}

/** The worse one first. */
export function compareSeverities(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

/** By path, then line, then side; the whole change comes before files, a file before its lines. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(pathOf(a), pathOf(b)) ||
    lineOf(a, "startLine") - lineOf(b, "startLine") ||
    lineOf(a, "endLine") - lineOf(b, "endLine") ||
    compareText(sideOf(a), sideOf(b))
  );
}

function pathOf(place: Place): string {
  return place.kind === "change" ? "" : place.path;
}

function lineOf(place: Place, end: "startLine" | "endLine"): number {
  return place.kind === "lines" ? place[end] : 0;
}

function sideOf(place: Place): string {
  return place.kind === "lines" ? place.side : "";
}
