import { type RuleDoc, type Severity, severities } from "@swarm-actions/review";
import type { Observation } from "./observation.ts";

/** So many lines of one file a rule reports by themselves; nobody reads more of the same. */
const linesPerFile = 50;

/** Keeps what a rule saw, but turns what goes beyond fifty lines of a file into one remark on it. */
export function cutPerFile(seen: Iterable<Observation>, doc: RuleDoc): Observation[] {
  const kept: Observation[] = [];
  const counts = new Map<string, number>();
  const rest = new Map<string, Severity[]>();
  for (const observation of seen) {
    const { place, severity = doc.severity } = observation;
    const count = place.kind === "lines" ? (counts.get(place.path) ?? 0) + 1 : 0;
    if (place.kind === "lines") counts.set(place.path, count);
    if (place.kind !== "lines" || count <= linesPerFile) kept.push(observation);
    else append(rest, place.path, severity);
  }
  return [...kept, ...[...rest].map(([path, left]) => remainder(path, left, doc))];
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function remainder(path: string, left: readonly Severity[], { title }: RuleDoc): Observation {
  const severity = severities.find((level) => left.includes(level)) ?? "info";
  const message = `${left.length} more places in this file have the same trouble: ${title.charAt(0).toLowerCase()}${title.slice(1)}. If that is what the file is for, let this rule ignore its path.`;
  return { place: { kind: "file", path }, severity, message };
}
