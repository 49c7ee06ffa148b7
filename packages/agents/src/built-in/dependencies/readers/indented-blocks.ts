/** A line with what is indented below it. */
export interface IndentedBlock {
  /** The header, trimmed and without its final `:`. */
  readonly header: string;
  /** Trimmed lines below the header, empty ones left out. */
  readonly lines: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * Cuts lines `from`–`to` (1-based, inclusive) into the blocks whose headers are indented by
 * `indent` spaces. Generated lockfiles are regular enough for this, and too long for a YAML parser.
 */
export function* indentedBlocks(
  lines: readonly string[],
  indent: number,
  from = 1,
  to = lines.length,
): Generator<IndentedBlock> {
  let start = 0;
  for (let number = from; number <= to + 1; number++) {
    const line = number <= to ? (lines[number - 1] ?? "") : null;
    if (line !== null && !isHeader(line, indent)) continue;
    if (start > 0) yield blockOf(lines, start, number - 1);
    start = number;
  }
}

/** The value behind `key:` or `key ` among a block's lines, without quotes. */
export function fieldOf(block: IndentedBlock, key: string): string | undefined {
  for (const line of block.lines) {
    if (!line.startsWith(key)) continue;
    const rest = line.slice(key.length);
    if (/^:? /.test(rest)) return unquoted(rest.replace(/^:? +/, "").trim());
  }
  return undefined;
}

export function unquoted(text: string): string {
  const quote = text[0];
  const quoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return quoted ? text.slice(1, -1) : text;
}

function isHeader(line: string, indent: number): boolean {
  if (line.length <= indent || line.search(/\S/) !== indent) return false;
  return line[indent] !== "#";
}

function blockOf(lines: readonly string[], start: number, end: number): IndentedBlock {
  const below = lines.slice(start, end).map((line) => line.trim());
  const header = (lines[start - 1] ?? "").trim().replace(/:$/, "");
  return { header, lines: below.filter((line) => line !== ""), startLine: start, endLine: end };
}
