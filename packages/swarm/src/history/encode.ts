import { compareText } from "@swarm-actions/core";
import type { History } from "./history.ts";

/**
 * A history as JSON text, a task a line: equal histories give equal bytes. Tasks are lists,
 * `[key, kind, mean, variance, count, seen]`, the kind by its place in `kinds`, so that a hundred
 * thousand of them stay small.
 */
export function encodeHistory(history: History): string {
  const kinds = [...new Set([...history.durations.values()].map(({ kind }) => kind))].sort(
    compareText,
  );
  const places = new Map(kinds.map((kind, place) => [kind, place]));
  const durations = sorted(history.durations).map(([key, { mean, variance, count, kind, seen }]) =>
    JSON.stringify([key, places.get(kind), brief(mean), brief(variance), count, seen]),
  );
  const reliability = sorted(history.reliability).map(([voter, { right, wrong }]) =>
    JSON.stringify([voter, brief(right), brief(wrong)]),
  );
  return `{"version":1,"runs":${history.runs},
"kinds":${JSON.stringify(kinds)},
"durations":${lines(durations)},
"readySeconds":${JSON.stringify(history.readySeconds.map(brief))},
"setupSeconds":${JSON.stringify(history.setupSeconds.map(brief))},
"claimSeconds":${JSON.stringify(history.claimSeconds.map(brief))},
"reliability":${lines(reliability)},
"counted":${JSON.stringify(history.counted)}}
`;
}

function lines(entries: readonly string[]): string {
  return entries.length === 0 ? "[]" : `[\n${entries.join(",\n")}\n]`;
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

/** Six digits are more than durations are worth. */
function brief(value: number): number {
  return Number(value.toPrecision(6));
}
