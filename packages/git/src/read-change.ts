import { type Change, type ChangedFile, parseDiff } from "@swarm-actions/review";
import { compareTrees } from "./compare-trees.ts";
import { findMergeBase } from "./find-base.ts";
import { findCommit, type Repository, resolveCommit } from "./repository.ts";
import { askGit, type GitCall } from "./run-git.ts";
import { takeSnapshot } from "./snapshot.ts";

/** What to review. Refs are whatever git understands. */
export type ChangeSource =
  /** From where `base` and `head` parted, to `head`. */
  | { readonly kind: "range"; readonly base: string; readonly head: string }
  /** From where `base` and HEAD parted, to the files as they are now, new ones included. */
  | { readonly kind: "working-tree"; readonly base: string }
  /** From HEAD to the index. */
  | { readonly kind: "staged" };

/** Reads a change with the contents of both sides. @throws CodedError `git/…` */
export async function readChange(repository: Repository, source: ChangeSource): Promise<Change> {
  const directory = repository.top;
  if (source.kind === "range") {
    const head = await resolveCommit(repository, source.head);
    const from = await findMergeBase(repository, source.base, head);
    const call = { directory };
    return compareTrees({ from, to: head, call, baseSha: from, headSha: head });
  }
  const base =
    source.kind === "staged"
      ? findCommit(repository, "HEAD")
      : findMergeBase(repository, source.base, "HEAD");
  // It is awaited below; when the snapshot fails, that is what is told.
  base.catch(() => {});
  await using snapshot = await takeSnapshot(repository, source.kind);
  const { tree: to, call } = snapshot;
  const baseSha = await base;
  const from = baseSha ?? (await emptyTree(call));
  return await compareTrees({ from, to, call, baseSha, headSha: null });
}

/** A change known by its diff alone. @throws CodedError `diff/…` */
export function changeFromDiff(text: string): Change {
  const files = parseDiff(text).files.map(
    (diff): ChangedFile => ({ diff, before: null, after: null, sizeAfter: null }),
  );
  const nothing = { title: "", description: "", baseSha: null, headSha: null };
  return { ...nothing, files, repositoryPaths: [] };
}

function emptyTree(call: GitCall): Promise<string> {
  return askGit(["hash-object", "-t", "tree", "-w", "--stdin"], call);
}
