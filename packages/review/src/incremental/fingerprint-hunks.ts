import { digest } from "@swarm-actions/core";
import type { DiffLine, FileDiff, Hunk } from "../diff/model.ts";
import { measureHunk } from "./hunk-span.ts";

/**
 * 128 bits: whoever pushes to a pull request picks both the reviewed and the next hunk, so a shorter
 * fingerprint could be made to collide and carry unread code as reviewed.
 */
const fingerprintLength = 32;

const signs = { context: " ", added: "+", deleted: "-" } as const;

/**
 * One list a file, one fingerprint a hunk: its path, its changed lines and the context near them, whatever
 * the line numbers. Equal hunks of one path are told apart by their order.
 */
export function fingerprintHunks(files: readonly FileDiff[]): readonly (readonly string[])[] {
  const seen = new Map<string, number>();
  return files.map((file) =>
    file.hunks.map((hunk) => {
      const identity = digest(identityOf(file, hunk), fingerprintLength);
      const nth = seen.get(identity) ?? 0;
      seen.set(identity, nth + 1);
      return nth === 0 ? identity : digest(`${identity} ${nth}`, fingerprintLength);
    }),
  );
}

function identityOf(file: FileDiff, hunk: Hunk): string {
  const { from, to } = measureHunk(hunk).lines;
  const lines = hunk.lines.slice(from, to).map(identityOfLine);
  return [JSON.stringify([file.path, file.content]), ...lines].join("\n");
}

function identityOfLine(line: DiffLine): string {
  return `${signs[line.kind]}${line.text}${line.noNewline ? "\n\\" : ""}`;
}
