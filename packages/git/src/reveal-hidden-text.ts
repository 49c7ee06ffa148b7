import type { FileDiff } from "@swarm-actions/review";
import { type DiffRequest, diffTrees } from "./diff-trees.ts";

/**
 * A `.gitattributes` in the change can declare source code binary and so hide it from review.
 * Files that git calls binary though `isText` says they are not are compared again, as text.
 */
export async function revealHiddenText(
  files: readonly FileDiff[],
  isText: (file: FileDiff) => boolean,
  request: DiffRequest,
): Promise<readonly FileDiff[]> {
  const hidden = files.filter((file) => file.content === "binary" && isText(file));
  if (hidden.length === 0) return files;
  const paths = hidden.flatMap(({ oldPath, newPath }) => [oldPath, newPath]);
  const only = paths.filter((path) => path !== null);
  const shown = await diffTrees({ ...request, asText: true, only });
  const byPath = new Map(shown.map((file) => [file.path, file]));
  return files.map((file) => (hidden.includes(file) ? (byPath.get(file.path) ?? file) : file));
}
