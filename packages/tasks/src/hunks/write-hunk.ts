import type { DiffLine, Hunk } from "@swarm-actions/review";

const signs = { context: " ", added: "+", deleted: "-" } as const;

/** A hunk as it stands in a unified diff. */
export function writeHunk(hunk: Hunk): string {
  const { oldStart, oldCount, newStart, newCount, heading, lines } = hunk;
  const header = `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@`;
  return [heading === "" ? header : `${header} ${heading}`, ...lines.map(writeLine), ""].join("\n");
}

function writeLine({ kind, text, noNewline }: DiffLine): string {
  return `${signs[kind]}${text}${noNewline ? "\n\\ No newline at end of file" : ""}`;
}
