/**
 * The lines of a log in a file, without their ends. A last line whose end is missing was cut off, and is
 * a line like the others.
 */
export function auditLines(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
