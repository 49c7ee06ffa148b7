/** A block of code that shows a text as it is and that nothing in it ends. */
export function asCode(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const ticks = "`".repeat(runs.reduce((most, run) => Math.max(most, run.length), 2) + 1);
  return `${ticks}text\n${text}\n${ticks}`;
}
