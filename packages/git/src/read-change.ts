import { type Change, type ChangedFile, type FileDiff, parseDiff } from "@swarm-actions/review";
import { describeCommits } from "./describe-commits.ts";
import { type DiffRequest, diffTrees } from "./diff-trees.ts";
import { findMergeBase } from "./find-base.ts";
import { listChangedObjects, objectKey } from "./list-changed-objects.ts";
import { type Blob, readBlobs } from "./read-blobs.ts";
import { findCommit, type Repository, resolveCommit } from "./repository.ts";
import { revealHiddenText } from "./reveal-hidden-text.ts";
import { askGit, type GitCall, runGit } from "./run-git.ts";
import { takeSnapshot } from "./snapshot.ts";

/** What to review. Refs are whatever git understands. */
export type ChangeSource =
  /** From where `base` and `head` parted, to `head`. */
  | { readonly kind: "range"; readonly base: string; readonly head: string }
  /** From where `base` and HEAD parted, to the files as they are now, new ones included. */
  | { readonly kind: "working-tree"; readonly base: string }
  /** From HEAD to the index. */
  | { readonly kind: "staged" };

interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly call: GitCall;
  readonly baseSha: string | null;
  readonly headSha: string | null;
}

/** Reads a change with the contents of both sides. @throws CodedError `git/…` */
export async function readChange(repository: Repository, source: ChangeSource): Promise<Change> {
  const directory = repository.top;
  if (source.kind === "range") {
    const head = await resolveCommit(repository, source.head);
    const from = await findMergeBase(repository, source.base, head);
    const call = { directory };
    return compare({ from, to: head, call, baseSha: from, headSha: head });
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
  return await compare({ from, to, call, baseSha, headSha: null });
}

/** A change known by its diff alone. @throws CodedError `diff/…` */
export function changeFromDiff(text: string): Change {
  const files = parseDiff(text).files.map(
    (diff): ChangedFile => ({ diff, before: null, after: null, sizeAfter: null }),
  );
  const nothing = { title: "", description: "", baseSha: null, headSha: null };
  return { ...nothing, files, repositoryPaths: [] };
}

async function compare({ from, to, call, baseSha, headSha }: Comparison): Promise<Change> {
  const [contents, diff, listing, words] = await Promise.all([
    readContents({ from, to, call }),
    diffTrees({ from, to, call }),
    runGit(["ls-tree", "-r", "-z", "--name-only", "--full-tree", to], call),
    describeCommits(baseSha, headSha, call),
  ]);
  const sides = (file: FileDiff): ChangedFile => withContents(file, contents);
  const shown = await revealHiddenText(diff, (file) => isText(sides(file)), { from, to, call });
  const repositoryPaths = listing.toString("utf8").split("\0").filter(Boolean);
  return { ...words, baseSha, headSha, files: shown.map(sides), repositoryPaths };
}

/** Every side that exists is text. */
function isText({ diff, before, after }: ChangedFile): boolean {
  return (diff.oldPath === null || before !== null) && (diff.newPath === null || after !== null);
}

/** What both sides of the changed files hold. */
interface Contents {
  readonly objects: ReadonlyMap<string, string>;
  readonly blobs: ReadonlyMap<string, Blob>;
}

async function readContents({ from, to, call }: DiffRequest): Promise<Contents> {
  const objects = await listChangedObjects(from, to, call);
  return { objects, blobs: await readBlobs(objects.values(), call) };
}

function withContents(diff: FileDiff, { objects, blobs }: Contents): ChangedFile {
  const blobAt = (side: "old" | "new", path: string | null): Blob | null =>
    path === null ? null : (blobs.get(objects.get(objectKey(side, path)) ?? "") ?? null);
  const after = blobAt("new", diff.newPath);
  return {
    diff,
    before: blobAt("old", diff.oldPath)?.text ?? null,
    after: after?.text ?? null,
    sizeAfter: after?.size ?? null,
  };
}

function emptyTree(call: GitCall): Promise<string> {
  return askGit(["hash-object", "-t", "tree", "-w", "--stdin"], call);
}
