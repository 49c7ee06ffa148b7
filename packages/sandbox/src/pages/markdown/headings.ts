/** The level that a comment's headings begin at, below those of the page. */
const first = 4;

/**
 * Fits headings into the page's own: whatever levels a comment uses, none is skipped.
 * @returns what turns the next heading's level, in the order of the text, into the one to show
 */
export function createHeadings(): (level: number) => number {
  const open: number[] = [];
  return (level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(first + open.length - 1, 6);
  };
}
