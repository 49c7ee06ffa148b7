/**
 * The hunks of every file of a `git diff`, in its order: from the first `@@`, without a last line
 * end; empty for a binary, or where only the name or the mode changed. No line of a hunk can begin
 * with `diff --git`, since each begins with a space, a sign or a backslash.
 */
export function splitPatches(diff: string): readonly string[] {
  const starts = startsOf(diff);
  return starts.map((start, index) => hunksOf(diff.slice(start, starts[index + 1] ?? diff.length)));
}

function startsOf(diff: string): readonly number[] {
  const marker = "\ndiff --git ";
  const starts = diff.startsWith(marker.slice(1)) ? [0] : [];
  for (let at = diff.indexOf(marker); at !== -1; at = diff.indexOf(marker, at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

function hunksOf(section: string): string {
  const first = section.indexOf("\n@@ ");
  if (first === -1) return "";
  return section.endsWith("\n") ? section.slice(first + 1, -1) : section.slice(first + 1);
}
