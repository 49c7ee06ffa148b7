/** The lines from an object's key to its closing brace, 1-based and inclusive. */
export interface Block {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * Finds the blocks of a JSON file that has one key a line, as package managers write it. Gives a
 * function that hands out the blocks of a key one after another; the whole file when there is none.
 */
export function jsonBlocks(text: string): (key: string) => Block {
  const lines = text.split("\n");
  const whole = { startLine: 1, endLine: lines.length };
  const blocks = new Map<string, { startLine: number; endLine: number }[]>();
  const open: ({ endLine: number } | null)[] = [];
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed.endsWith("{")) open.push(begin(blocks, trimmed, index + 1));
    else if (trimmed === "}" || trimmed === "},") {
      const block = open.pop();
      if (block) block.endLine = index + 1;
    }
  }
  const taken = new Map<string, number>();
  return (key) => {
    const next = taken.get(key) ?? 0;
    taken.set(key, next + 1);
    return blocks.get(JSON.stringify(key))?.[next] ?? whole;
  };
}

function begin(
  blocks: Map<string, { startLine: number; endLine: number }[]>,
  line: string,
  number: number,
): { endLine: number } | null {
  const key = /^(".*"): \{$/.exec(line)?.[1];
  if (key === undefined) return null;
  const block = { startLine: number, endLine: number };
  const known = blocks.get(key);
  if (known === undefined) blocks.set(key, [block]);
  else known.push(block);
  return block;
}
