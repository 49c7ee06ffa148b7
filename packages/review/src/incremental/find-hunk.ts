import type { FileDiff } from "../diff/model.ts";
import type { PositionMap } from "../diff/position-map.ts";
import type { Place } from "../finding/model.ts";
import type { ScopedFile, ScopedHunk } from "../scope/scope-change.ts";

/** Tells which hunk a place stands in; null when no single hunk holds it. */
export type FindHunk = (place: Place) => ScopedHunk | null;

export function createHunkFinder(files: readonly ScopedFile[], positions: PositionMap): FindHunk {
  const hunks = new Map<FileDiff, readonly ScopedHunk[]>();
  for (const file of files) hunks.set(file.file.diff, file.hunks);
  return (place) => {
    if (place.kind !== "lines") return null;
    const location = positions.locate(place);
    return location.ok ? (hunks.get(location.file)?.[location.hunk] ?? null) : null;
  };
}
