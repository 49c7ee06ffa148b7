/**
 * How many of each sign a text may hold. The parser takes time that grows with their square; with these
 * numbers it stays below half a second, and no text that people wrote comes near.
 */
const most = { brackets: 4000, emphasis: 6000, cells: 10_000, nesting: 60 } as const;

/** Whether reading a text would take long. What one block of code at its beginning holds never does. */
export function isIntricate(markdown: string): boolean {
  const read = afterFence(markdown);
  return (
    count(read, /[[\]]/g) > most.brackets ||
    count(read, /[*_~]/g) > most.emphasis ||
    count(read, /\|/g) > most.cells ||
    deepestNesting(read) > most.nesting
  );
}

function afterFence(markdown: string): string {
  const ticks = /^(`{3,})text\n/.exec(markdown)?.[1];
  if (ticks === undefined) return markdown;
  const end = markdown.indexOf(`\n${ticks}`, ticks.length);
  return end === -1 ? markdown : markdown.slice(end + 1 + ticks.length);
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

function deepestNesting(markdown: string): number {
  const starts = markdown.match(/^[ \t>*+-]+/gm) ?? [];
  return starts.reduce((deepest, start) => Math.max(deepest, start.replace(/\s/g, "").length), 0);
}
