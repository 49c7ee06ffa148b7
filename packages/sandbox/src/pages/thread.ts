import type { SafeHtml } from "@swarm-actions/display";
import { type HunkLine, parseHunks } from "../operations/git/hunks.ts";
import type { ReviewThread } from "../state/model.ts";
import { commentArticle } from "./comment.ts";
import { diffLines, hunkHeader } from "./diff-lines.ts";
import { html } from "./html.ts";
import type { RenderMarkdown } from "./markdown/render-markdown.ts";
import { counted } from "./words.ts";

/** As many lines as GitHub shows over the first one that is talked about. */
const linesAbove = 3;

/** A thread with the code it stands on; a resolved one is folded. */
export function threadSection(thread: ReviewThread, markdown: RenderMarkdown): SafeHtml {
  const { id, path, resolvedBy, isOutdated, comments } = thread;
  const tags = html`${isOutdated ? html` <span class="tag">outdated</span>` : null}${
    resolvedBy === null ? null : html` <span class="tag resolved">resolved</span>`
  }`;
  const label = html`<code>${path}</code> <small>${placeOf(thread)}</small>${tags}`;
  const content = html`${codeOf(thread)}${comments.map((remark) =>
    commentArticle({ remark, did: "commented", level: 4, markdown, replaced: replacedBy(thread) }),
  )}`;
  if (resolvedBy === null) {
    return html`<section class="thread" id="thread-${id}"><p class="place">${label}</p>${content}</section>`;
  }
  return html`<details class="thread resolved" id="thread-${id}"><summary>${label} <small>by ${resolvedBy.login} · ${counted(comments.length, "comment")}</small></summary>${content}</details>`;
}

function placeOf({ subjectType, side, ...thread }: ReviewThread): string {
  if (subjectType === "FILE") return "the file";
  const of = side === "LEFT" ? " of the old file" : "";
  const [first, last] = [thread.originalStartLine, thread.originalLine];
  return first === null || first === last ? `line ${last}${of}` : `lines ${first}–${last}${of}`;
}

function codeOf(thread: ReviewThread): SafeHtml | null {
  const [hunk] = parseHunks(thread.comments[0]?.diffHunk ?? "");
  if (thread.subjectType === "FILE" || hunk === undefined) return null;
  const marked = hunk.lines.findIndex((line) => isMeant(thread, line));
  const from = Math.max(0, (marked < 0 ? hunk.lines.length - 1 : marked) - linesAbove);
  const shown = diffLines(hunk.lines.slice(from), (line) => isMeant(thread, line));
  return html`${hunkHeader(hunk)}${shown}`;
}

/** The lines of the new file that a suggestion in a thread would replace. */
function replacedBy(thread: ReviewThread): readonly string[] {
  const [hunk] = parseHunks(thread.comments[0]?.diffHunk ?? "");
  const lines = hunk?.lines.filter((line) => isMeant(thread, line) && line.right !== null) ?? [];
  return lines.map(({ text }) => text.slice(1));
}

function isMeant(thread: ReviewThread, line: HunkLine): boolean {
  const { side, originalLine: last, originalStartLine: first } = thread;
  const number = side === "LEFT" ? line.left : line.right;
  if (number === null || last === null || line.text.startsWith("\\")) return false;
  return number >= (first ?? last) && number <= last;
}
