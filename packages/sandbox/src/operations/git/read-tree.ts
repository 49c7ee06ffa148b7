import type { Repository } from "../../state/model.ts";
import { readGit } from "./run-git.ts";

export interface TreeEntry {
  /** Six octal digits. */
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  /** In bytes; null but for blobs. */
  readonly size: number | null;
  readonly path: string;
}

/** What a tree (or the tree of a commit) holds; with `recursive` at every depth. */
export async function readTree(
  repository: Repository,
  tree: string,
  recursive: boolean,
): Promise<readonly TreeEntry[]> {
  const depth = recursive ? ["-r", "-t"] : [];
  const text = await readGit(repository, ["ls-tree", "-z", "-l", "--full-tree", ...depth, tree]);
  return parseTree(text.toString("utf8"));
}

/** What stands at a path of a commit, without a slash at its end; null when nothing does. */
export async function readEntry(
  repository: Repository,
  commit: string,
  path: string,
): Promise<TreeEntry | null> {
  if (path === "" || path.split("/").some((part) => part === "" || part === "." || part === "..")) {
    return null;
  }
  const args = ["ls-tree", "-z", "-l", "--full-tree", commit, "--", path];
  const text = await readGit(repository, args);
  return parseTree(text.toString("utf8"))[0] ?? null;
}

function parseTree(text: string): readonly TreeEntry[] {
  return text
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const tab = line.indexOf("\t");
      const [mode = "", type = "", sha = "", size = "-"] = line.slice(0, tab).split(/ +/);
      return {
        mode,
        type: type as TreeEntry["type"],
        sha,
        size: size === "-" ? null : Number(size),
        path: line.slice(tab + 1),
      };
    });
}
