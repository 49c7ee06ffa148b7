/**
 * A fenced block of Markdown that nothing in it can end.
 * @param lines all of it, in one piece or many
 * @param info the word behind the fence, such as `text`
 */
export function fenceOf(lines: readonly string[], info: string): string {
  const longest = lines.reduce((most, line) => Math.max(most, longestBackquotes(line)), 2);
  const ticks = "`".repeat(longest + 1);
  return [`${ticks}${info}`, ...lines, ticks].join("\n");
}

/** How many backquotes follow each other at the most. */
export function longestBackquotes(text: string): number {
  const runs = text.match(/`+/g) ?? [];
  return runs.reduce((most, run) => Math.max(most, run.length), 0);
}
