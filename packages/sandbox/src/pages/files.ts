import type { SafeHtml } from "@swarm-actions/display";
import type { ChangedFile } from "../operations/git/changed-files.ts";
import { parseHunks } from "../operations/git/hunks.ts";
import { diffLines, hunkHeader } from "./diff-lines.ts";
import { html } from "./html.ts";
import { counted } from "./words.ts";

/** So much of a change is shown with its lines; of the rest, the names. */
const mostLines = 3_000;
const mostFiles = 1_000;

/** The files of a change, each with its difference to unfold. */
export function filesSection(files: readonly ChangedFile[]): SafeHtml {
  let left = mostLines;
  const items = files.slice(0, mostFiles).map((file) => {
    const lines = file.additions + file.deletions;
    const fits = lines <= left;
    if (fits) left -= lines;
    return fileItem(file, fits);
  });
  const unnamed = files.length - items.length;
  const rest =
    unnamed <= 0 ? null : html`<p class="none">And ${counted(unnamed, "more file")}.</p>`;
  return html`<section aria-labelledby="files"><h2 id="files">Files changed</h2><div class="files">${items}</div>${rest}</section>`;
}

function fileItem(file: ChangedFile, fits: boolean): SafeHtml {
  const { path, previousPath, status, additions, deletions, patch } = file;
  const from = previousPath === null ? null : html`<code>${previousPath}</code> → `;
  const label = html`${from}<code>${path}</code> <small>${status} · +${additions} −${deletions}</small>`;
  if (patch === null) return html`<p>${label}</p>`;
  const lines = fits
    ? parseHunks(patch).map((hunk) => html`${hunkHeader(hunk)}${diffLines(hunk.lines)}`)
    : html`<p class="none">Too large to show here.</p>`;
  return html`<details><summary>${label}</summary>${lines}</details>`;
}
