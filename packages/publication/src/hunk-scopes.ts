import { digest } from "@swarm-actions/core";
import { type Change, fingerprintHunks, type Place } from "@swarm-actions/review";

/** What of the change a comment is about, so that it is known when that has changed. */
export interface HunkScopes {
  /** 32 hexadecimal digits for the hunk of a place, or for all hunks of its file; null: no such place. */
  readonly scopeOf: (place: Place) => string | null;
  /** Whether this is still in the change. */
  readonly holds: (scope: string) => boolean;
}

export function scopesOf({ files }: Change): HunkScopes {
  const prints = fingerprintHunks(files.map(({ diff }) => diff));
  const known = new Set(prints.flat());
  const byPath = new Map<string, number>();
  for (const [at, { diff }] of files.entries()) {
    byPath.set(diff.path, at);
    known.add(scopeOfFile(diff.path, prints[at] ?? []));
  }
  return { scopeOf, holds: (scope) => known.has(scope) };

  function scopeOf(place: Place): string | null {
    const at = place.kind === "change" ? undefined : byPath.get(place.path);
    const file = at === undefined ? undefined : files[at];
    if (at === undefined || file === undefined || place.kind === "change") return null;
    if (place.kind === "file") return scopeOfFile(place.path, prints[at] ?? []);
    const hunk = file.diff.hunks.findIndex(({ oldStart, oldCount, newStart, newCount }) =>
      place.side === "new"
        ? newStart <= place.startLine && place.startLine < newStart + newCount
        : oldStart <= place.startLine && place.startLine < oldStart + oldCount,
    );
    return prints[at]?.[hunk] ?? scopeOfFile(place.path, prints[at] ?? []);
  }
}

function scopeOfFile(path: string, hunks: readonly string[]): string {
  return digest(JSON.stringify([path, hunks]), 32);
}
