/** More marks than this take a parser longer than anyone waits for a page. */
const mostMarks = 3_000;
const deeplyNested = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){40}/m;

/** Whether a text is shown as it stands, since nobody writes so but to keep a parser at work. */
export function isPlain(markdown: string): boolean {
  const seen = markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  return deeplyNested.test(seen) || (seen.match(/[*_~\]]/g)?.length ?? 0) > mostMarks;
}
