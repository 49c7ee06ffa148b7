import { canonicalJson, digest } from "@swarm-actions/core";
import type { Change } from "../change.ts";
import type { Diff } from "../diff/model.ts";
import { createPositionMap, type PositionMap } from "../diff/position-map.ts";
import { type DiffIndex, indexDiff } from "../finding/diff-index.ts";
import { type CarryOver, carryOver } from "../incremental/carry-over.ts";
import { createHunkFinder, type FindHunk } from "../incremental/find-hunk.ts";
import type { RefusedState, ReviewState } from "../incremental/model.ts";
import type { ReviewSettings } from "../settings.ts";
import type { ReviewTask } from "../task.ts";
import { type ScopedFile, type ScopedHunk, scopeChange, taskOf } from "./scope-change.ts";

/** What is reviewed, settled before anyone is asked. */
export interface ReviewScope {
  readonly files: readonly ScopedFile[];
  /** The hunks of files that are not ignored. */
  readonly hunks: readonly ScopedHunk[];
  readonly carry: CarryOver;
  readonly task: ReviewTask;
  /** The task's files, and where their lines are. */
  readonly diff: Diff;
  readonly index: DiffIndex;
  readonly positions: PositionMap;
  readonly findHunk: FindHunk;
  /** Digest of the panel and of the settings that decide what it may say. */
  readonly panel: string;
}

/** What decides the scope of a review. */
export interface ScopeRequest {
  readonly change: Change;
  readonly settings: ReviewSettings;
  readonly panelDigest: string;
  readonly previous: ReviewState | RefusedState | null;
}

/** Sets ignored files and hunks with a standing review apart, and makes the task of the rest. */
export function scopeReview({
  change,
  settings,
  panelDigest,
  previous,
}: ScopeRequest): ReviewScope {
  const files = scopeChange(change, settings.ignore);
  const reviewed = files.filter(({ ignoredBy }) => ignoredBy === null);
  const hunks = reviewed.flatMap((file) => file.hunks);
  const panel = digestOfPanel(panelDigest, settings);
  const carry = carryOver(hunks, previous, panel);
  const diff = { files: reviewed.map(({ file }) => file.diff) };
  const positions = createPositionMap(diff);
  const findHunk = createHunkFinder(reviewed, positions);
  const task = taskOf(change, reviewed, carry.hunks);
  return { files, hunks, carry, task, diff, index: indexDiff(diff), positions, findHunk, panel };
}

/** Consensus and comment limits work on the findings of both reviews alike, so they don't count. */
export function digestOfPanel(panel: string, { rules }: ReviewSettings): string {
  return digest(canonicalJson({ panel, rules }));
}
