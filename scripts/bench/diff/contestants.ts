import { createPositionMap, parseDiff, type Side } from "@swarm-actions/review";
import gitDiffParser, { type File as GitDiffFile } from "gitdiff-parser";
import parseDiffPeer, { type File as ParseDiffFile } from "parse-diff";
import { LineMap, type ReadLines } from "./line-map.ts";

/** What can be asked of a diff once it is open. */
export interface OpenDiff {
  /** Index of the hunk that shows the line, in its file; null when none does. */
  hunkOf(path: string, side: Side, line: number): number | null;
  /** The text of the line; null when the diff does not show it. */
  textOf(path: string, side: Side, line: number): string | null;
}

export interface Contestant {
  readonly name: string;
  open(diff: string): OpenDiff;
}

export const ours: Contestant = {
  name: "ours",
  open(diff) {
    const map = createPositionMap(parseDiff(diff));
    return {
      hunkOf(path, side, line) {
        const position = map.locate({ path, side, startLine: line, endLine: line });
        return position.ok ? position.hunk : null;
      },
      textOf: (path, side, line) => map.lineAt(path, side, line)?.text ?? null,
    };
  },
};

const parseDiffPackage: Contestant = {
  name: "parse-diff",
  open(diff) {
    const pathOf = ({ from, to }: ParseDiffFile) => (to === "/dev/null" ? from : to) ?? "";
    const files = new Map(parseDiffPeer(diff).map((file) => [pathOf(file), file]));
    return new LineMap(files, readParseDiff);
  },
};

const readParseDiff: ReadLines<ParseDiffFile> = ({ chunks }, add) => {
  for (const [hunk, { changes }] of chunks.entries())
    for (const change of changes) {
      const spot = { hunk, text: change.content.slice(1) };
      if (change.type === "normal") add(spot, change.ln1, change.ln2);
      else if (change.type === "del") add(spot, change.ln, null);
      else add(spot, null, change.ln);
    }
};

const gitDiffParserPackage: Contestant = {
  name: "gitdiff-parser",
  open(diff) {
    const pathOf = ({ oldPath, newPath }: GitDiffFile) =>
      newPath === "/dev/null" ? oldPath : newPath;
    const files = new Map(gitDiffParser.parse(diff).map((file) => [pathOf(file), file]));
    return new LineMap(files, readGitDiff);
  },
};

const readGitDiff: ReadLines<GitDiffFile> = ({ hunks }, add) => {
  for (const [hunk, { changes }] of hunks.entries())
    for (const change of changes) {
      const spot = { hunk, text: change.content };
      if (change.type === "normal") add(spot, change.oldLineNumber, change.newLineNumber);
      else if (change.type === "delete") add(spot, change.lineNumber, null);
      else add(spot, null, change.lineNumber);
    }
};

export const peers: readonly Contestant[] = [parseDiffPackage, gitDiffParserPackage];
