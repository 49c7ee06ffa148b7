import type { FileDiff } from "../diff/model.ts";

/** Why there is no text of a file to review; null when its hunks are text. */
export function describeExclusion(file: FileDiff): string | null {
  if (file.content === "binary") return "binary file";
  if (file.content === "submodule") return "submodule: only the commit it points to changes";
  if (file.content === "symlink") return "symbolic link: only its target changes";
  return file.hunks.length > 0 ? null : describeEmptyDiff(file);
}

function describeEmptyDiff({ change, oldMode, newMode }: FileDiff): string {
  switch (change) {
    case "renamed":
      return "renamed without a change of its text";
    case "copied":
      return "copied without a change of its text";
    case "added":
    case "deleted":
      return "empty file";
    case "modified":
      return oldMode === newMode ? "no text changed" : "only the file mode changes";
  }
}
