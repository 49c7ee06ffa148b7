import { CodedError } from "@swarm-actions/core";
import type { ChangeKind, ContentKind, Diff, DiffLine, FileDiff, Hunk } from "./model.ts";

// First version: the shape and the common cases. Hardened and measured in its own step.

interface Header {
  gitPaths: readonly [string, string] | null;
  oldPath: string | null | undefined;
  newPath: string | null | undefined;
  change: ChangeKind;
  binary: boolean;
  oldMode: string | null;
  newMode: string | null;
  similarity: number | null;
}

/**
 * Parses a unified diff as git writes it.
 * @throws CodedError `diff/…` with the line of the diff as its place.
 */
export function parseDiff(text: string): Diff {
  const lines = text.split("\n");
  const files: FileDiff[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.startsWith("diff --git ")) {
      const [file, next] = parseFile(lines, at);
      files.push(file);
      at = next;
    } else at++;
  }
  return { files };
}

function parseFile(lines: readonly string[], start: number): [FileDiff, number] {
  const first = lines[start] ?? "";
  const names = /^diff --git a\/(.*) b\/(.*)$/.exec(first);
  const header: Header = {
    gitPaths: names === null ? null : [names[1] ?? "", names[2] ?? ""],
    oldPath: undefined,
    newPath: undefined,
    change: "modified",
    binary: false,
    oldMode: null,
    newMode: null,
    similarity: null,
  };
  let at = start + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("@@ ") || line.startsWith("diff --git ")) break;
    readHeaderLine(header, line);
  }
  const hunks: Hunk[] = [];
  while ((lines[at] ?? "").startsWith("@@ ")) {
    const [hunk, next] = parseHunk(lines, at);
    hunks.push(hunk);
    at = next;
  }
  return [fileOf(header, hunks), at];
}

function readHeaderLine(header: Header, line: string): void {
  const value = (prefix: string): string | null =>
    line.startsWith(prefix) ? line.slice(prefix.length) : null;
  const oldMode = value("old mode ") ?? value("deleted file mode ");
  const newMode = value("new mode ") ?? value("new file mode ");
  if (oldMode !== null) header.oldMode = oldMode;
  if (newMode !== null) header.newMode = newMode;
  if (line.startsWith("deleted file mode ")) header.change = "deleted";
  if (line.startsWith("new file mode ")) header.change = "added";
  if (line.startsWith("rename ")) header.change = "renamed";
  if (line.startsWith("copy ")) header.change = "copied";
  header.oldPath = value("rename from ") ?? value("copy from ") ?? header.oldPath;
  header.newPath = value("rename to ") ?? value("copy to ") ?? header.newPath;
  const similarity = value("similarity index ");
  if (similarity !== null) header.similarity = Number.parseInt(similarity, 10);
  if (line.startsWith("Binary files ") || line === "GIT binary patch") header.binary = true;
  if (line.startsWith("--- ")) header.oldPath = sidePath(line.slice(4));
  if (line.startsWith("+++ ")) header.newPath = sidePath(line.slice(4));
}

function sidePath(name: string): string | null {
  const bare = name.endsWith("\t") ? name.slice(0, -1) : name;
  return bare === "/dev/null" ? null : bare.slice(2);
}

function fileOf(header: Header, hunks: readonly Hunk[]): FileDiff {
  const oldPath =
    header.change === "added" ? null : (header.oldPath ?? header.gitPaths?.[0] ?? null);
  const newPath =
    header.change === "deleted" ? null : (header.newPath ?? header.gitPaths?.[1] ?? null);
  const mode = header.newMode ?? header.oldMode;
  const content: ContentKind = header.binary
    ? "binary"
    : mode === "160000"
      ? "submodule"
      : mode === "120000"
        ? "symlink"
        : "text";
  const { change, oldMode, newMode, similarity } = header;
  const path = newPath ?? oldPath ?? "";
  return { path, oldPath, newPath, change, content, oldMode, newMode, similarity, hunks };
}

function parseHunk(lines: readonly string[], start: number): [Hunk, number] {
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/.exec(lines[start] ?? "");
  if (match === null) throw broken(start, "not a hunk header");
  const oldStart = Number(match[1]);
  const oldCount = Number(match[2] ?? 1);
  const newStart = Number(match[3]);
  const newCount = Number(match[4] ?? 1);
  const body: DiffLine[] = [];
  let oldLine = oldStart;
  let newLine = newStart;
  let at = start + 1;
  while (oldLine < oldStart + oldCount || newLine < newStart + newCount) {
    const line = lines[at];
    if (line === undefined) throw broken(at, "the diff ends in the middle of a hunk");
    const text = line.slice(1);
    const noNewline = (lines[at + 1] ?? "").startsWith("\\");
    if (line[0] === "+") {
      body.push({ kind: "added", text, oldLine: null, newLine: newLine++, noNewline });
    } else if (line[0] === "-") {
      body.push({ kind: "deleted", text, oldLine: oldLine++, newLine: null, noNewline });
    } else {
      body.push({ kind: "context", text, oldLine: oldLine++, newLine: newLine++, noNewline });
    }
    at += noNewline ? 2 : 1;
  }
  const heading = match[5] ?? "";
  return [{ oldStart, oldCount, newStart, newCount, heading, lines: body }, at];
}

function broken(index: number, what: string): CodedError {
  return new CodedError("diff/malformed", `${what} (line ${index + 1} of the diff)`, {
    fix: "Make the diff again with `git diff` and pass it whole.",
    place: `diff:${index + 1}`,
  });
}
