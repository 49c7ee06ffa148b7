import { CodedError } from "@swarm-actions/core";
import { createPositionMap, type Diff, type FileDiff, parseDiff } from "@swarm-actions/review";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDiff, type Tree } from "../support/apply-diff.ts";
import { arbitraryChange } from "../support/arbitrary-change.ts";
import { ScratchRepository } from "../support/scratch-repository.ts";

/** How git is told to write the diff. */
const prefixes = fc.constantFrom(
  { old: "a/", new: "b/" },
  { old: "", new: "" },
  { old: "i/", new: "w/" },
  { old: "old/", new: "newer/" },
);
const options = fc.record({
  prefixes,
  context: fc.constantFrom("-U0", "-U1", "-U3", "-U10"),
  renames: fc.constantFrom(["--no-renames"], ["-M"], ["-C", "--find-copies-harder"], ["-B"]),
  ids: fc.constantFrom([], ["--full-index"]),
  quotePath: fc.boolean(),
});
type Options = typeof options extends fc.Arbitrary<infer Value> ? Value : never;

test("what git writes, parsed and applied, is what git apply makes of it; its lines exist", () => {
  using repository = new ScratchRepository();
  fc.assert(
    fc.property(
      arbitraryChange,
      options,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
      (change, how, cuts) => {
        repository.store(change.before, change.after);
        const text = writeDiff(repository, how);
        const diff = readDiff(text, how);
        const applied = applyDiff(change.before, diff);
        for (const [path, file] of binaries(diff, change.after)) applied.set(path, file);
        expect(applied).toEqual(change.after);
        expectGitToAgree(repository, text, how);
        expectLinesToExist(diff, change.before, change.after);
        for (const cut of cuts) expectPrefixOrError(text, how, Math.floor(cut * text.length), diff);
      },
    ),
    { numRuns: 150, seed: 1, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
  );
});

function writeDiff(repository: ScratchRepository, how: Options): string {
  const { prefixes, context, renames, ids, quotePath } = how;
  const prefix = [`--src-prefix=${prefixes.old}`, `--dst-prefix=${prefixes.new}`];
  const config = ["-c", `core.quotePath=${quotePath}`];
  const flags = ["-p", "--binary", context, ...prefix, ...renames, ...ids];
  return repository.git([...config, "diff-tree", ...flags, "t0", "t1"]);
}

/** What `git apply` makes of the first tree is the second tree, as what we make of it is. */
function expectGitToAgree(repository: ScratchRepository, text: string, how: Options): void {
  // Without context, git apply may take a hunk to another place than its numbers say.
  if (how.context === "-U0") return;
  const strip = how.prefixes.old === "" ? "-p0" : "-p1";
  const expected = repository.git(["rev-parse", "t1^{tree}"]).trim();
  expect(repository.apply("t0", text, [strip])).toBe(expected);
}

/** Binary contents are not read from a diff, so they are taken for right. */
function binaries(diff: Diff, after: Tree): Map<string, NonNullable<ReturnType<Tree["get"]>>> {
  const paths = new Set(
    diff.files.filter((file) => file.content === "binary").map((file) => file.newPath),
  );
  return new Map([...after].filter(([path]) => paths.has(path)));
}

function expectLinesToExist(diff: Diff, before: Tree, after: Tree): void {
  const map = createPositionMap(diff);
  for (const file of diff.files) {
    const old = before.get(file.oldPath ?? "")?.content.split("\n") ?? [];
    const now = after.get(file.newPath ?? "")?.content.split("\n") ?? [];
    for (const [hunk, line] of file.hunks.flatMap(({ lines }, hunk) =>
      lines.map((line) => [hunk, line] as const),
    )) {
      for (const [side, number, content] of [
        ["old", line.oldLine, old],
        ["new", line.newLine, now],
      ] as const) {
        if (number === null) continue;
        expect(content[number - 1]).toBe(line.text);
        expect(map.lineAt(file.path, side, number)).toBe(line);
        const range = { path: file.path, side, startLine: number, endLine: number };
        expect(map.locate(range)).toEqual(
          file.content === "submodule"
            ? { ok: false, reason: "no-lines-in-diff" }
            : { ok: true, file, hunk },
        );
      }
    }
  }
}

/** A diff cut off anywhere is an error that names the line, or everything up to the end of a hunk. */
function expectPrefixOrError(text: string, how: Options, length: number, whole: Diff): void {
  const outcome = outcomeOf(text.slice(0, length), how);
  if (outcome instanceof CodedError) {
    const lines = text.slice(0, length).split("\n").length;
    const line = Number(/^diff:(\d+)$/.exec(outcome.place ?? "")?.[1]);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(outcome.message).toContain(`line ${line} of the diff`);
  } else {
    for (const [index, file] of outcome.files.entries()) {
      const full = whole.files[index];
      const last = index === outcome.files.length - 1;
      expect(shapeOf(file, file.hunks.length)).toEqual(full && shapeOf(full, file.hunks.length));
      if (!last) expect(file).toEqual(full);
    }
  }
}

function shapeOf(file: FileDiff, hunks: number): unknown {
  const lines = file.hunks
    .slice(0, hunks)
    .map((hunk) => hunk.lines.map(({ kind, text }) => [kind, text]));
  return [file.oldPath, file.newPath, file.change, lines];
}

function outcomeOf(text: string, how: Options): Diff | CodedError {
  try {
    return readDiff(text, how);
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
}

/** Prefixes are found out; where no diff could tell, the parser says so, and takes them from us. */
function readDiff(text: string, { prefixes }: Options): Diff {
  try {
    return parseDiff(text);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== "diff/unclear-names") throw error;
    return parseDiff(text, { prefixes });
  }
}
