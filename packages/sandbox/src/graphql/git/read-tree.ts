import { readGit } from "../../operations/git/run-git.ts";
import type { Repository } from "../../state/model.ts";
import type { GitObject } from "../sources.ts";
import { findAtPath } from "./read-object.ts";

/** One line of a tree. */
export interface TreeEntry {
  readonly repository: Repository;
  readonly name: string;
  /** From the root of the commit or tree that was asked. */
  readonly path: string;
  readonly mode: number;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
}

export async function listTree({ repository, sha }: GitObject): Promise<readonly TreeEntry[]> {
  const text = (await readGit(repository, ["ls-tree", "-z", "-l", sha])).toString();
  return text
    .split("\0")
    .slice(0, -1)
    .map((line) => parse(repository, line, ""));
}

/** The entry of a file or folder of a commit; null when there is none. */
export async function findEntry(commit: GitObject, path: string): Promise<TreeEntry | null> {
  const found = await findAtPath(commit.repository, commit.sha, path);
  if (found === null || path === "") return null;
  const args = ["ls-tree", "-z", "-l", commit.sha, "--", path.replace(/\/+$/u, "")];
  const [line = ""] = (await readGit(commit.repository, args)).toString().split("\0");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return line === "" ? null : parse(commit.repository, line, folder);
}

function parse(repository: Repository, line: string, folder: string): TreeEntry {
  const tab = line.indexOf("\t");
  const [mode = "", type = "", sha = "", size = ""] = line.slice(0, tab).split(/ +/u);
  const name =
    line
      .slice(tab + 1)
      .split("/")
      .at(-1) ?? "";
  return {
    repository,
    name,
    path: `${folder}${name}`,
    mode: Number.parseInt(mode, 8),
    type,
    sha,
    size: size === "-" ? 0 : Number(size),
  };
}
