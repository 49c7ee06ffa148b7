import type { DiffSide, PullRequest } from "../state/model.ts";
import { type ChangedFile, changedFiles } from "./git/changed-files.ts";
import { findLine, findPosition, type Hunk, hunkUpTo, parseHunks } from "./git/hunks.ts";

/** Where someone wants to comment. */
export type WantedPlace =
  | { readonly subjectType: "FILE"; readonly path: string }
  | {
      readonly subjectType: "LINE";
      readonly path: string;
      readonly side: DiffSide;
      readonly line: number;
      readonly startSide: DiffSide | null;
      readonly startLine: number | null;
    }
  /** As the first version of the API counted, from the file's first `@@`. */
  | { readonly subjectType: "POSITION"; readonly path: string; readonly position: number };

/** A place that the diff has. */
export interface Place {
  readonly path: string;
  readonly subjectType: "LINE" | "FILE";
  readonly side: DiffSide;
  readonly startSide: DiffSide | null;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly position: number | null;
  readonly diffHunk: string;
}

/** Why the diff has no such place. */
export type PlaceFault = "path" | "line" | "order" | "hunk";

/** Finds a place in the pull request's diff as it was at a commit, from the patch that git prints. */
export async function findPlace(
  { base, issue }: PullRequest,
  commit: string,
  wanted: WantedPlace,
): Promise<Place | PlaceFault> {
  const files = await changedFiles(issue.repository, base.sha, commit);
  const file = files.find(({ path }) => path === wanted.path);
  if (file === undefined) return "path";
  if (wanted.subjectType === "FILE") return wholeFile(file);
  const hunks = file.patch === null ? [] : parseHunks(file.patch);
  return wanted.subjectType === "LINE"
    ? findLines(hunks, wanted)
    : findAt(hunks, wanted.path, wanted.position);
}

function wholeFile({ path }: ChangedFile): Place {
  return {
    path,
    subjectType: "FILE",
    side: "RIGHT",
    startSide: null,
    line: null,
    startLine: null,
    position: null,
    diffHunk: "",
  };
}

function findLines(
  hunks: readonly Hunk[],
  wanted: Extract<WantedPlace, { subjectType: "LINE" }>,
): Place | PlaceFault {
  const { path, side, line, startLine } = wanted;
  const end = findLine(hunks, side, line);
  if (end === null) return "line";
  const startSide = startLine === null ? null : (wanted.startSide ?? side);
  const place: Place = {
    path,
    subjectType: "LINE",
    side,
    startSide,
    line,
    startLine,
    position: end.line.position,
    diffHunk: hunkUpTo(end),
  };
  if (startLine === null || startSide === null) return place;
  const start = findLine(hunks, startSide, startLine);
  if (start === null || start.hunk !== end.hunk) return "hunk";
  return start.line.position < end.line.position ? place : "order";
}

function findAt(hunks: readonly Hunk[], path: string, position: number): Place | PlaceFault {
  const found = findPosition(hunks, position);
  if (found === null) return "line";
  const { left, right } = found.line;
  return {
    path,
    subjectType: "LINE",
    side: right === null ? "LEFT" : "RIGHT",
    startSide: null,
    line: right ?? left,
    startLine: null,
    position,
    diffHunk: hunkUpTo(found),
  };
}
