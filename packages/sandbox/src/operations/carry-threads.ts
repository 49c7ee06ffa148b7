import type { PullRequest, ReviewThread } from "../state/model.ts";
import { carryLines, type LineRange } from "./git/carry-line.ts";
import { type ChangedFile, changedFiles } from "./git/changed-files.ts";
import { findLine, type PatchPlace, parseHunks } from "./git/hunks.ts";
import { mergeBase } from "./git/merge-base.ts";

/**
 * Puts every thread on its line of the current diff, or marks it outdated when the line was changed
 * or the diff no longer shows it. Lines are carried from where the thread began, so that a thread
 * comes back when its lines do.
 */
export async function carryThreads(pullRequest: PullRequest): Promise<void> {
  const { base, head, issue, threads } = pullRequest;
  if (threads.length === 0) return;
  const files = await changedFiles(issue.repository, base.sha, head.sha);
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const thread of threads) {
    settle(thread, await findNow(thread, byPath.get(thread.path)), head.sha);
  }
}

type Now =
  | { readonly kind: "file" }
  | { readonly kind: "lines"; readonly lines: LineRange; readonly place: PatchPlace };

async function findNow(thread: ReviewThread, file: ChangedFile | undefined): Promise<Now | null> {
  if (file === undefined) return null;
  const { originalLine, originalStartLine } = thread;
  if (originalLine === null) return { kind: "file" };
  const commits = await commitsOf(thread);
  const range = { first: originalStartLine ?? originalLine, last: originalLine };
  const lines =
    commits === null ? null : await carryLines(repositoryOf(thread), commits, thread.path, range);
  if (lines === null || file.patch === null) return null;
  const place = findLine(parseHunks(file.patch), thread.side, lines.last);
  return place === null ? null : { kind: "lines", lines, place };
}

/** The commits whose difference moves a line: of the left side that is where the branches parted. */
async function commitsOf({
  comments,
  pullRequest,
  side,
}: ReviewThread): Promise<{ from: string; to: string } | null> {
  const { base, head, issue } = pullRequest;
  const original = comments[0]?.commitSha;
  if (original === undefined) return null;
  if (side === "RIGHT") return { from: original, to: head.sha };
  const [from, to] = await Promise.all([
    mergeBase(issue.repository, base.sha, original),
    mergeBase(issue.repository, base.sha, head.sha),
  ]);
  return from === null || to === null ? null : { from, to };
}

function repositoryOf({ pullRequest }: ReviewThread): PullRequest["issue"]["repository"] {
  return pullRequest.issue.repository;
}

function settle(thread: ReviewThread, now: Now | null, head: string): void {
  thread.isOutdated = now === null;
  if (now !== null) thread.commitSha = head;
  const lines = now?.kind === "lines" ? now : null;
  thread.line = lines?.lines.last ?? null;
  thread.startLine = lines === null || thread.originalStartLine === null ? null : lines.lines.first;
  thread.position = lines?.place.line.position ?? null;
}
