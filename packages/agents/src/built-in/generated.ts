import type { ChangedFile } from "@swarm-actions/review";
import { isGeneratedPath } from "./path-kinds.ts";

/** What generators write at the top of their files. */
const marker =
  /code generated [^\n]{0,200}do not edit|@generated\b|<auto-?generated|\b(?:this|the) (?:file|code) (?:is|was|has been) (?:auto(?:matically)?[- ]?)?generated|\bauto-?generated (?:by|file|from|code)|generated (?:by|from) [^\n]{0,200}(?:do not|don't) (?:edit|modify)/i;

/** Markers stand near the top; what a program writes further down is its own text. */
const headLength = 2_000;

/** The top of a text, where a marker would stand, when there is one; otherwise null. */
export function generatedHead(text: string): string | null {
  const head = text.slice(0, headLength);
  return marker.test(head) ? head : null;
}

/** Whether a program wrote the file, going by its name or by a marker at its top. */
export function isGeneratedFile(file: ChangedFile): boolean {
  if (isGeneratedPath(file.diff.path)) return true;
  const text = file.after ?? file.before ?? topOfDiff(file);
  return generatedHead(text) !== null;
}

function topOfDiff({ diff }: ChangedFile): string {
  const [hunk] = diff.hunks;
  if (hunk === undefined || hunk.newStart > 1) return "";
  return hunk.lines
    .slice(0, 40)
    .map((line) => line.text)
    .join("\n");
}
