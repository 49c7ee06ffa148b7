import type { ReviewTask, Severity, TaskFile } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { isDocsPath, isFixturePath, isTestPath } from "../path-kinds.ts";

const mebibyte = 1024 * 1024;
const large = mebibyte;
const huge = 5 * mebibyte;

export const largeBinary: Rule = {
  doc: {
    id: "leftovers/large-binary",
    title: "A large binary file",
    severity: "medium",
    category: "maintainability",
    why: "Every clone carries it from now on, also after it is deleted; and nobody can see in a review what is in it.",
    fix: "Leave it out of the commit. If the project needs it, keep it in Git LFS, in a release or in a package.",
    flagged: [
      { title: "an archive of 1 MiB", after: { "tools/data.bin": "\0".repeat(mebibyte + 1) } },
    ],
    clean: [
      { title: "an icon", after: { "src/icon.ico": "\0".repeat(4096) } },
      {
        title: "a large file that becomes smaller",
        before: { "tools/data.bin": "\0".repeat(3 * mebibyte) },
        after: { "tools/data.bin": "\0".repeat(1000) },
      },
    ],
  },
  check: (task: ReviewTask) => task.files.flatMap((file) => lookAtFile(file) ?? []),
};

function lookAtFile({ diff, sizeAfter }: TaskFile): Observation | null {
  if (diff.content !== "binary" || sizeAfter === null || sizeAfter <= large) return null;
  if (diff.change === "renamed" && diff.similarity === 100) return null;
  const size = `${(sizeAfter / mebibyte).toFixed(1)} MiB`;
  const message = `This binary file is ${size} large. Every clone will carry it, even after it is deleted; leave it out, or keep it in Git LFS, in a release or in a package.`;
  const severity = severityOf(diff.path, diff.change === "added", sizeAfter);
  return { place: { kind: "file", path: diff.path }, message, severity };
}

/** Pictures of documentation and data of tests belong to a repository more than others do. */
function severityOf(path: string, added: boolean, size: number): Severity {
  const expected = isDocsPath(path) || isTestPath(path) || isFixturePath(path);
  if (!added || expected) return "low";
  return size > huge ? "high" : "medium";
}
