import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { reviewedHunks } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { generatedHead, isGeneratedFile } from "../generated.ts";
import { isDocsPath, isLockfilePath, isTestPath, isVendoredPath } from "../path-kinds.ts";

const marker = ["// Code generated", "from colors.tmpl.", "DO NOT", "EDIT."].join(" ");

export const editedGenerated: Rule = {
  doc: {
    id: "leftovers/edited-generated",
    title: "A generated file changed without its source",
    severity: "low",
    category: "maintainability",
    why: "The next run of the generator takes the change away again, without anybody noticing.",
    fix: "Change what the file is generated from, run the generator, and commit both.",
    flagged: [
      {
        title: "an edit by hand",
        before: { "colors.tmpl": "red\n", "colors.go": `${marker}\nvar red = 1\n` },
        after: { "colors.tmpl": "red\n", "colors.go": `${marker}\nvar red = 2\n` },
      },
      {
        title: "a minified copy edited without the original",
        before: { "web/a.js": "a( 1 );\n", "web/a.min.js": "a(1)\n" },
        after: { "web/a.js": "a( 1 );\n", "web/a.min.js": "a(2)\n" },
      },
    ],
    clean: [
      {
        title: "a new run of the generator",
        before: { "colors.tmpl": "red\n", "colors.go": `${marker}\nvar red = 1\n` },
        after: { "colors.tmpl": "blue\n", "colors.go": `${marker}\nvar blue = 1\n` },
      },
      { title: "a new generated file", after: { "colors.go": `${marker}\nvar red = 1\n` } },
      {
        title: "an update of the generator",
        before: { "go.mod": "module a\n", "go.sum": "a 1\n", "a.go": `${marker}\nvar red = 1\n` },
        after: { "go.mod": "module a\n", "go.sum": "a 2\n", "a.go": `${marker}\nvar red = 2\n` },
      },
    ],
  },
  check: (task: ReviewTask) => lookAtTask(task),
};

function lookAtTask(task: ReviewTask): Observation[] {
  const edited = task.files.filter((file) => isEdited(file));
  if (edited.length === 0) return [];
  const changed = new Set(task.files.map((file) => file.diff.path));
  const elsewhere = task.files.some((file) => mayBeSource(file));
  // A newer generator writes the same source differently; its version stands in a lockfile.
  if ([...changed].some(isLockfilePath)) return [];
  return edited
    .filter((file) => isWithoutSource(file, task.repositoryPaths, changed, elsewhere))
    .map(observationOf);
}

function isEdited(file: TaskFile): boolean {
  const { path, change } = file.diff;
  if (change !== "modified" || reviewedHunks(file).length === 0) return false;
  if (isLockfilePath(path) || isVendoredPath(path) || isTestPath(path)) return false;
  return minifiedFrom(path) !== null || generatedHead(file.before ?? "") !== null;
}

function mayBeSource(file: TaskFile): boolean {
  const { path } = file.diff;
  return !isGeneratedFile(file) && !isDocsPath(path) && !isTestPath(path);
}

function isWithoutSource(
  { diff: { path }, before }: TaskFile,
  tracked: readonly string[],
  changed: ReadonlySet<string>,
  elsewhere: boolean,
): boolean {
  const original = minifiedFrom(path);
  if (original !== null) return tracked.includes(original) && !changed.has(original);
  const sources = namedSources(generatedHead(before ?? "") ?? "", path, tracked);
  return sources.length === 0 ? !elsewhere : !sources.some((source) => changed.has(source));
}

function minifiedFrom(path: string): string | null {
  const original = path.replace(/[.-]min(\.[cm]?js|\.css)$/, "$1");
  return original === path ? null : original;
}

/** The tracked files that a marker names, by their whole path or their last part. */
function namedSources(head: string, self: string, tracked: readonly string[]): string[] {
  const words = head.match(/[\w./-]{1,200}\.[A-Za-z0-9]{1,10}\b/g) ?? [];
  const names = new Set(words.map((word) => word.slice(word.lastIndexOf("/") + 1)));
  return tracked.filter(
    (path) => path !== self && names.has(path.slice(path.lastIndexOf("/") + 1)),
  );
}

function observationOf({ diff: { path } }: TaskFile): Observation {
  const message =
    "A program writes this file, and nothing that it is written from changed with it. The next run takes this edit away again: change the source, run the generator, and commit both.";
  return { place: { kind: "file", path }, message, confidence: 0.6 };
}
