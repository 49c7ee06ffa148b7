import type { Change, ChangedFile, FileDiff } from "@swarm-actions/review";
import { describeCommits } from "./describe-commits.ts";
import { type DiffRequest, diffTrees } from "./diff-trees.ts";
import { listChangedObjects, objectKey } from "./list-changed-objects.ts";
import { type Blob, readBlobs } from "./read-blobs.ts";
import { revealHiddenText } from "./reveal-hidden-text.ts";
import { type GitCall, runGit } from "./run-git.ts";

export interface Comparison {
  /** Trees or commits. */
  readonly from: string;
  readonly to: string;
  readonly call: GitCall;
  /** Commits, where there are any; the change's words are those of the commits between them. */
  readonly baseSha: string | null;
  readonly headSha: string | null;
}

/** Reads what changed between two trees, with the contents of both sides. @throws CodedError `git/…` */
export async function compareTrees({
  from,
  to,
  call,
  baseSha,
  headSha,
}: Comparison): Promise<Change> {
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
