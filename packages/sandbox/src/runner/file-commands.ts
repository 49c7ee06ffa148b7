/** Thrown where a runner fails the step. */
export class FileCommandError extends Error {
  override readonly name = "FileCommandError";
}

/**
 * Reads what a step wrote to `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE`: `name=value` lines and
 * `name<<DELIMITER` blocks. The last value of a name wins.
 * @throws FileCommandError on a line that is neither, or a block without its end
 */
export function parseFileCommand(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line === "") continue;
    const block = beginOfBlock(line);
    if (block === null) {
      const [name, value] = pairOf(line);
      values.set(name, value);
      continue;
    }
    const end = lines.indexOf(block.delimiter, at + 1);
    if (end < 0) throw new FileCommandError(`Matching delimiter not found '${block.delimiter}'`);
    values.set(block.name, lines.slice(at + 1, end).join("\n"));
    at = end;
  }
  return values;
}

/** Whichever of `=` and `<<` stands first decides what a line is. */
function beginOfBlock(line: string): { name: string; delimiter: string } | null {
  const at = line.indexOf("<<");
  const equals = line.indexOf("=");
  if (at < 0 || (equals >= 0 && equals < at)) return null;
  const block = { name: line.slice(0, at), delimiter: line.slice(at + 2) };
  if (block.name !== "" && block.delimiter !== "") return block;
  throw new FileCommandError(`Invalid format '${line}'. Name and delimiter must not be empty`);
}

function pairOf(line: string): [string, string] {
  const equals = line.indexOf("=");
  if (equals > 0) return [line.slice(0, equals), line.slice(equals + 1)];
  throw new FileCommandError(`Invalid format '${line}'`);
}
