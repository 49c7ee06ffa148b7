import { CodedError } from "@swarm-actions/core";
import { askGit, tryGit } from "./run-git.ts";

export interface Repository {
  /** The working tree's absolute path. */
  readonly top: string;
}

/** @throws CodedError `git/not-a-repository` or `git/no-working-tree` */
export async function openRepository(directory: string): Promise<Repository> {
  const answer = await tryGit(["rev-parse", "--show-toplevel"], { directory });
  if (answer.code === 0) return { top: answer.stdout.toString("utf8").replace(/\n$/, "") };
  const bare = /work tree/.test(answer.stderr);
  throw new CodedError(
    bare ? "git/no-working-tree" : "git/not-a-repository",
    bare ? "this repository has no working tree" : describe(answer.stderr),
    {
      fix: bare
        ? "Clone it and run the review in the clone."
        : "Change to a git checkout, pass one with `-C DIR`, or pass a diff with `--diff FILE`.",
      place: directory,
    },
  );
}

/** The repository around a folder, or null, also where there is no git: for work that needs none. */
export async function findRepository(directory: string): Promise<Repository | null> {
  try {
    return await openRepository(directory);
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

function describe(stderr: string): string {
  if (/not a git repository/.test(stderr)) return "this folder is not in a git repository";
  return stderr.trim().replace(/^fatal: /, "");
}

/** The full id of the commit that `ref` names. @throws CodedError `git/unknown-ref`, `git/no-commit` */
export async function resolveCommit({ top }: Repository, ref: string): Promise<string> {
  const commit = await findCommit({ top }, ref);
  if (commit !== null) return commit;
  if (ref === "HEAD") throw nothingCommitted({ top });
  throw new CodedError("git/unknown-ref", `"${ref}" names no commit here`, {
    fix: await howToName({ top }, ref),
    place: top,
  });
}

async function howToName({ top }: Repository, ref: string): Promise<string> {
  // A clone has only one branch of its own; the others stand under their remote's name.
  if ((await findCommit({ top }, `refs/remotes/origin/${ref}`)) !== null) {
    return `Write "origin/${ref}": there is no local branch of that name.`;
  }
  return (await isShallow({ top }))
    ? "This clone is shallow: fetch the commit first, for example with `git fetch --unshallow`."
    : "Check the name with `git branch --all`, or fetch it first.";
}

/** What to say where a commit is needed and the branch has none yet. */
export function nothingCommitted({ top }: Repository): CodedError {
  return new CodedError("git/no-commit", "nothing has been committed here yet", {
    fix: "Stage the files with `git add` and review them with `--staged`.",
    place: top,
  });
}

/** The full id of the commit that `ref` names, or null. */
export async function findCommit({ top }: Repository, ref: string): Promise<string | null> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const answer = await tryGit(args, { directory: top });
  return answer.code === 0 ? answer.stdout.toString("utf8").trim() : null;
}

export async function isShallow({ top }: Repository): Promise<boolean> {
  return (await askGit(["rev-parse", "--is-shallow-repository"], { directory: top })) === "true";
}
