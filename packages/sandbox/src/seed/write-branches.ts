import { CodedError } from "@swarm-actions/core";
import { runGit } from "../git/run-git.ts";
import { emailOf } from "../operations/user-of-signature.ts";
import type { Repository, User } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { userNamed } from "./look-up.ts";
import type { BranchSeed } from "./schema.ts";

/** Commits of a seed are a minute apart, from the same moment on, so that the same seed has the same ids. */
const beginning = Date.UTC(2026, 0, 5, 9) / 1000;

/** Writes a repository's branches with git's own bulk import: one process for all commits. */
export async function writeBranches(
  world: World,
  repository: Repository,
  branches: readonly BranchSeed[],
  place: string,
): Promise<void> {
  if (branches.length === 0) return;
  const known = await branchesOf(repository);
  const written = new Set<string>();
  const parts: Buffer[] = [];
  let commits = 0;
  for (const [index, branch] of branches.entries()) {
    const where = `${place}.branches.${index}`;
    const from = startOf(repository, branch, known, where);
    parts.push(beginBranch(branch.name, from, written));
    for (const [number, commit] of branch.commits.entries()) {
      const author = userNamed(
        world,
        commit.author ?? repository.owner.login,
        `${where}.commits.${number}`,
      );
      const seconds = beginning + 60 * commits++;
      parts.push(describeCommit(branch.name, commit, signature(author, seconds)));
    }
    known.add(branch.name);
    written.add(branch.name);
  }
  const args = ["fast-import", "--quiet", "--date-format=raw", "--force"];
  await runGit(repository.gitDirectory, args, { input: Buffer.concat(parts) });
}

async function branchesOf({ gitDirectory }: Repository): Promise<Set<string>> {
  const listed = await runGit(gitDirectory, [
    "for-each-ref",
    "--format=%(refname:lstrip=2)",
    "refs/heads",
  ]);
  return new Set(listed.toString().split("\n").filter(Boolean));
}

/** The branch whose tip comes before a branch's first commit; null: it has no past. */
function startOf(
  repository: Repository,
  branch: BranchSeed,
  known: ReadonlySet<string>,
  place: string,
): string | null {
  const { name, from } = branch;
  if (from !== undefined && !known.has(from)) {
    throw new CodedError("sandbox/seed-unknown", `there is no branch ${from} to begin at`, {
      fix: "Write the branch further up, or begin at another.",
      place,
    });
  }
  return from ?? [name, repository.defaultBranch].find((one) => known.has(one)) ?? null;
}

/** A branch that was there before is read from the repository, `^0`; others are known by name only. */
function beginBranch(name: string, from: string | null, written: ReadonlySet<string>): Buffer {
  if (from === name && written.has(name)) return text("");
  const begin = from === null ? "" : `from refs/heads/${from}${written.has(from) ? "" : "^0"}\n`;
  return text(`reset refs/heads/${name}\n${begin}\n`);
}

function describeCommit(branch: string, commit: BranchSeed["commits"][number], by: string): Buffer {
  const message = Buffer.from(commit.message);
  const head = `commit refs/heads/${branch}\nauthor ${by}\ncommitter ${by}\ndata ${message.length}\n`;
  const files = Object.entries(commit.files).map(([path, content]) => describeFile(path, content));
  return Buffer.concat([text(head), message, text("\n"), ...files, text("\n")]);
}

function describeFile(path: string, content: string | null): Buffer {
  if (content === null) return text(`D ${quote(path)}\n`);
  const bytes = Buffer.from(content);
  return Buffer.concat([
    text(`M 100644 inline ${quote(path)}\ndata ${bytes.length}\n`),
    bytes,
    text("\n"),
  ]);
}

/** As C would write it, which is what fast-import reads. */
function quote(path: string): string {
  return `"${path.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

function signature(user: User, seconds: number): string {
  const name = (user.name ?? user.login).replace(/[<>\n]/g, "");
  return `${name} <${emailOf(user)}> ${seconds} +0000`;
}

function text(line: string): Buffer {
  return Buffer.from(line);
}
