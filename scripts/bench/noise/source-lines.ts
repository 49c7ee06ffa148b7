import type { ReviewTask } from "@swarm-actions/review";

const source =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|pyi|go|rs|java|kt|kts|rb|php|cs|c|h|cc|cpp|hpp|swift|scala|sql|sh)$/;
const notWritten =
  /(?:^|\/)(?:dist|build|vendor|vendored|_vendor|node_modules|third_party|generated)\/|[.-]min\.|\.pb\.go$|_pb2\.py$|\.d\.[cm]?ts$/;

/** Added lines of source that people wrote, blank ones left out. */
export function addedSourceLines(task: ReviewTask): number {
  let count = 0;
  for (const { diff, after } of task.files) {
    if (!source.test(diff.path) || notWritten.test(diff.path)) continue;
    if (/code generated|@generated|do not edit/i.test(after?.slice(0, 400) ?? "")) continue;
    for (const { lines } of diff.hunks) {
      for (const line of lines) if (line.kind === "added" && line.text.trim() !== "") count++;
    }
  }
  return count;
}
