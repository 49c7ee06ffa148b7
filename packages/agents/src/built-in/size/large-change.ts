import { compareText } from "@swarm-actions/core";
import type { ReviewTask } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { type Load, loadOf } from "./reviewable.ts";

/** Changed lines to read, from which on a review finds less and less. */
const large = 800;
const huge = 2_000;

export const largeChange: Rule = {
  doc: {
    id: "size/large-change",
    title: "A change too large to review well",
    severity: "info",
    category: "maintainability",
    why: "The more lines a reviewer has to read at once, the fewer faults are found in each of them, and the longer everybody waits.",
    fix: "Split the change into parts that make sense by themselves: what only moves or renames first, then each folder or each purpose.",
    flagged: [
      {
        title: "900 new lines in two folders",
        after: { "api/a.ts": linesOf("a", 500), "web/b.ts": linesOf("b", 400) },
      },
    ],
    clean: [
      { title: "a change of one sitting", after: { "api/a.ts": linesOf("a", 300) } },
      {
        title: "a lockfile and generated code",
        after: { "package-lock.json": linesOf("c", 3000), "api/a.pb.go": linesOf("d", 3000) },
      },
      {
        title: "files that are deleted",
        before: { "api/a.ts": linesOf("e", 3000), "web/b.ts": "b();\n" },
        after: { "web/b.ts": "b();\n" },
      },
    ],
  },
  check: (task: ReviewTask) => {
    const loads = task.files.flatMap((file) => loadOf(file) ?? []);
    const lines = loads.reduce((sum, load) => sum + load.added + load.deleted, 0);
    // A single large file is the business of `size/large-file`; there is nothing to split off.
    return lines < large || loads.length < 2 ? [] : [observationOf(loads, lines)];
  },
};

function linesOf(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${name}(${index});\n`).join("");
}

function observationOf(loads: readonly Load[], lines: number): Observation {
  const parts = folders(loads);
  const advice =
    parts.length > 1
      ? `It could be split by folder: ${listed(parts)}.`
      : "It could be split by purpose, what only moves or renames first.";
  const message = `This change has ${lines} lines to read in ${loads.length} files, more than one can review well at once. ${advice}`;
  return { place: { kind: "change" }, message, severity: lines >= huge ? "low" : "info" };
}

interface Part {
  readonly folder: string;
  readonly lines: number;
}

/** The folders that hold the change, largest first, as deep as it takes to tell parts apart. */
function folders(loads: readonly Load[]): Part[] {
  const shared = sharedDepth(loads.map((load) => load.path.split("/").slice(0, -1)));
  const sums = new Map<string, number>();
  for (const { path, added, deleted } of loads) {
    const folder = path
      .split("/")
      .slice(0, -1)
      .slice(0, shared + 1)
      .join("/");
    sums.set(folder, (sums.get(folder) ?? 0) + added + deleted);
  }
  return [...sums]
    .map(([folder, lines]) => ({ folder: folder === "" ? "the top folder" : folder, lines }))
    .sort((a, b) => b.lines - a.lines || compareText(a.folder, b.folder));
}

function sharedDepth(paths: readonly (readonly string[])[]): number {
  const [first = [], ...others] = paths;
  const depth = first.findIndex((part, at) => others.some((path) => path[at] !== part));
  return depth === -1 ? first.length : depth;
}

function listed(parts: readonly Part[]): string {
  const shown = parts.slice(0, 4).map(({ folder, lines }) => `${safe(folder)} (${lines} lines)`);
  const more = parts.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

/** A folder's name as code in a message, whatever is in it. */
function safe(folder: string): string {
  if (folder === "the top folder") return folder;
  return `\`${folder.replace(/[^ -_a-~]/g, "?").slice(0, 80)}\``;
}
