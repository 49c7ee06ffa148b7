import { gitDiff } from "../../../test/support/change.ts";

const words = "user order price total cache index token request response handler parse".split(" ");

/**
 * A diff of about 100,000 lines, the same every time, written by git: a large pull request, with
 * edits all over six files in ten, three that are new and one that goes.
 */
export function sampleDiff(): string {
  const random = pseudoRandom(7);
  const pick = (): string => words[Math.floor(random() * words.length)] ?? "";
  const line = (): string =>
    `${"  ".repeat(1 + random() * 4)}const ${pick()}${Math.floor(random() * 1e4)} = ${pick()}.${pick()}(${pick()});`;
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  for (let file = 0; file < 772; file++) {
    const path = `src/${pick()}/${pick()}-${file}.ts`;
    const lines = Array.from({ length: 60 + random() * 280 }, line);
    const kind = random();
    if (kind < 0.7) before[path] = text(lines);
    if (kind < 0.6) after[path] = text(edit(lines, random, line));
    if (kind >= 0.7) after[path] = text(lines);
  }
  return gitDiff(before, after);
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

/** Replaces, adds and removes short runs of lines, one about every thirty lines. */
function edit(lines: readonly string[], random: () => number, line: () => string): string[] {
  const edited: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (random() < 1 / 30) {
      edited.push(...Array.from({ length: random() * 8 }, line));
      at += Math.floor(random() * 6);
    } else edited.push(lines[at] ?? "");
  }
  return edited;
}

/** Numbers from 0 to 1 by a linear congruential generator, so that every run measures the same text. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
