import type { Piece } from "./read-pieces.ts";

/** Writes a text as code: shown as it is, never linked, and nobody is notified of it. */
export type WriteCode = (content: string, inTable: boolean) => string;

/** No backquote that stands for itself in the text can open or close what this writes. */
export function codeWriter(markdown: string, pieces: readonly Piece[]): WriteCode {
  const words = pieces.filter(({ kind }) => kind === "words");
  const stray = runsOf(words.map(({ start, end }) => markdown.slice(start, end)).join(" "));
  return (content, inTable) => {
    const line = content.replace(/\s+/g, " ").trim();
    if (line === "") return "";
    const inner = runsOf(line);
    let ticks = 1;
    while (inner.has(ticks) || stray.has(ticks)) ticks++;
    const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
    const cell = inTable ? line.replace(/\\?\|/g, "\\|") : line;
    return ["`".repeat(ticks), cell, "`".repeat(ticks)].join(gap);
  };
}

function runsOf(text: string): ReadonlySet<number> {
  return new Set((text.match(/`+/g) ?? []).map((run) => run.length));
}
