/** Finds lines in a TOML file, which its parser does not tell. */
export interface TomlLines {
  /** The line of `key = …` below `[table]`, or of the header `[table.key]`; 1 when not found. */
  keyLine(table: string, key: string): number;
  /** The first line that holds the text; 1 when not found. */
  lineWith(text: string): number;
  /** Where each `[[package]]` begins and ends, in order. */
  blocks(header: string): readonly { readonly startLine: number; readonly endLine: number }[];
}

export function tomlLines(text: string): TomlLines {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  let keys: ReadonlyMap<string, number> | null = null;
  const known = () => {
    keys ??= keyIndex(lines);
    return keys;
  };
  return {
    keyLine: (table, key) => known().get(`${table}\n${key}`) ?? 1,
    lineWith: (part) => lines.findIndex((line) => line.includes(part)) + 1 || 1,
    blocks: (header) => {
      const starts = lines.flatMap((line, index) => (line === header ? [index + 1] : []));
      return starts.map((startLine, index) => ({
        startLine,
        endLine: (starts[index + 1] ?? lines.length + 1) - 1,
      }));
    },
  };
}

function keyIndex(lines: readonly string[]): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  const add = (table: string, key: string, line: number): void => {
    const id = `${table}\n${key}`;
    if (!keys.has(id)) keys.set(id, line);
  };
  let table = "";
  for (const [index, line] of lines.entries()) {
    const header = /^\[([^[\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      table = header.trim();
      const dot = table.lastIndexOf(".");
      add(table.slice(0, Math.max(0, dot)), bare(table.slice(dot + 1)), index + 1);
    } else if (/^["'\w]/.test(line) && line.includes("=")) {
      const key = line.slice(0, line.indexOf("=")).trim();
      add(table, bare(key), index + 1);
      // `name.version = "1"` and `name.workspace = true` name their first part.
      if (!/^["']/.test(key)) add(table, key.split(".")[0] ?? key, index + 1);
    }
  }
  return keys;
}

function bare(key: string): string {
  return key.replace(/^["']|["']$/g, "");
}
