import fc from "fast-check";
import type { Tree, TreeFile } from "./apply-diff.ts";

/** Two trees, the second an edit of the first. */
export interface TreeChange {
  readonly before: Tree;
  readonly after: Tree;
}

// Without names that end in a space: `git apply` itself fails on some of them.
const part = fc.constantFrom(
  ...["a", "b", "src", "lib", "x y", " b", "ü", "日本 語", "tab\tname", 'quo"te', "back\\slash"],
  ...["new\nline", "-dash", "a b c", "i", "w", "x.ts", "--- a", "null", "dev"],
);
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));

const line = fc.oneof(
  fc.constantFrom(
    ...["", " ", "-", "+", "-- ", "--- a/x", "+++ b/x", "-- a/x", "++ b/x", "\\ No newline"],
    ...["diff --git a/x b/x", "@@ -1 +1 @@", "@@@ -1 -1 +1 @@@", "one\rtwo", "windows\r", "日本"],
    ...["Binary files a/x and b/x differ", "Submodule x 1234567..89abcde:", "{", "}", "\u2028"],
  ),
  fc.integer({ min: 0, max: 30 }).map((value) => `let value = ${value};`),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
  .map(([lines, ends]) => (lines.length === 0 ? "" : lines.join("\n") + (ends ? "\n" : "")));

const commit = fc
  .constantFrom("1", "2")
  .map((digit) => ({ mode: "160000", content: `Subproject commit ${digit.repeat(40)}\n` }));
const file: fc.Arbitrary<TreeFile> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ mode: fc.constantFrom("100644", "100755"), content: text }) },
  {
    weight: 1,
    arbitrary: fc.record({ mode: fc.constant("120000"), content: fc.constantFrom("to", "x y") }),
  },
  { weight: 1, arbitrary: commit },
  { weight: 1, arbitrary: text.map((content) => ({ mode: "100644", content: `\0${content}` })) },
);

const edit = fc.record({
  kind: fc.constantFrom(
    "keep",
    "edit",
    "edit",
    "edit",
    "delete",
    "move",
    "copy",
    "mode",
    "replace",
  ),
  at: fc.nat(60),
  drop: fc.nat(3),
  insert: fc.array(line, { maxLength: 3 }),
  flipEnd: fc.boolean(),
  to: path,
  other: file,
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** Random trees and edits, rich in names and lines that are hard to read back from a diff. */
export const arbitraryChange: fc.Arbitrary<TreeChange> = fc
  .tuple(
    fc.array(fc.tuple(path, file, edit, fc.nat(3)), { maxLength: 6 }),
    fc.array(fc.tuple(path, file), { maxLength: 2 }),
  )
  .map(([kept, added]) => {
    const before = treeOf(kept.map(([at, content]) => [at, content]));
    const after = kept.flatMap(([at, content, change, more]) => edited(at, content, change, more));
    return { before, after: treeOf([...after, ...added], before) };
  });

function edited(at: string, old: TreeFile, change: Edit, more: number): [string, TreeFile][] {
  const touched = more === 0 ? editText(old, change) : old;
  if (change.kind === "delete") return [];
  if (change.kind === "edit") return [[at, editText(old, change)]];
  if (change.kind === "move") return [[change.to, touched]];
  if (change.kind === "copy")
    return [
      [at, old],
      [change.to, touched],
    ];
  if (change.kind === "replace") return [[at, change.other]];
  if (change.kind === "mode" && old.mode.startsWith("100"))
    return [[at, { ...touched, mode: old.mode === "100644" ? "100755" : "100644" }]];
  return [[at, old]];
}

function editText(old: TreeFile, change: Edit): TreeFile {
  if (!old.mode.startsWith("100")) return old;
  const ends = old.content.endsWith("\n");
  const lines = (ends ? old.content.slice(0, -1) : old.content).split("\n");
  lines.splice(change.at % (lines.length + 1), change.drop, ...change.insert);
  const content = lines.join("\n");
  return { ...old, content: ends === change.flipEnd || content === "" ? content : `${content}\n` };
}

/**
 * Leaves out what cannot stand beside an earlier path: the same one, or a folder that is a file.
 * Nor does a file of `before` become a folder or the reverse, which `git apply` mostly refuses.
 */
function treeOf(files: readonly (readonly [string, TreeFile])[], before: Tree = new Map()): Tree {
  const tree = new Map<string, TreeFile>();
  for (const [at, content] of files) {
    const clashes = [...tree.keys(), ...before.keys()].some(
      (other) => at.startsWith(`${other}/`) || other.startsWith(`${at}/`),
    );
    if (!clashes && !tree.has(at)) tree.set(at, content);
  }
  return tree;
}
