import type { ChangedFile } from "../operations/git/changed-files.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { repositoryPage, repositoryUrl } from "./repository-urls.ts";

/** GitHub leaves the patch of a larger file out. */
const patchLines = 3_000;
const patchBytes = 100_000;

export function presentDiffEntry(
  world: World,
  repository: Repository,
  commit: string,
  file: ChangedFile,
): Record<string, unknown> {
  const page = repositoryPage(world, repository);
  const path = encodeURIComponent(file.path);
  const patch = shownPatch(file);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${commit}/${path}`,
    raw_url: `${page}/raw/${commit}/${path}`,
    contents_url: `${repositoryUrl(world, repository)}/contents/${path}?ref=${commit}`,
    ...(patch !== null && { patch }),
    ...(file.previousPath !== null && { previous_filename: file.previousPath }),
  };
}

function shownPatch({ patch, additions, deletions }: ChangedFile): string | null {
  if (patch === null || additions + deletions > patchLines) return null;
  return Buffer.byteLength(patch) > patchBytes ? null : patch;
}
