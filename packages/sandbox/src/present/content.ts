import type { TreeEntry } from "../operations/git/read-tree.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { repositoryPage, repositoryUrl } from "./repository-urls.ts";

/** An entry of a `content-directory`; `ref` is the branch or commit asked for. */
export function presentContent(
  world: World,
  repository: Repository,
  ref: string,
  entry: TreeEntry,
): Record<string, unknown> {
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const self = `${repositoryUrl(world, repository)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const kind = kindOf(entry);
  const git = kind === "submodule" ? null : gitUrl(world, repository, entry);
  const page = `${repositoryPage(world, repository)}/${entry.type === "tree" ? "tree" : "blob"}/${ref}/${path}`;
  const download = `${repositoryPage(world, repository)}/raw/${ref}/${path}`;
  return {
    name: entry.path.split("/").at(-1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: page,
    git_url: git,
    download_url: kind === "file" || kind === "symlink" ? download : null,
    type: kind,
    _links: { self, git, html: page },
  };
}

/** A `content-file`, or a `content-symlink`. GitHub leaves the content of files over 1 MB out. */
export function presentFile(
  world: World,
  repository: Repository,
  ref: string,
  entry: TreeEntry,
  content: Buffer,
): Record<string, unknown> {
  const shown = presentContent(world, repository, ref, entry);
  if (kindOf(entry) === "symlink") return { ...shown, target: content.toString("utf8") };
  const isLarge = content.length > 1024 * 1024;
  return {
    ...shown,
    content: isLarge ? "" : encodeContent(content),
    encoding: isLarge ? "none" : "base64",
  };
}

/** Base64 in lines of 60, as GitHub sends it. */
export function encodeContent(content: Buffer): string {
  return content.toString("base64").replace(/.{1,60}/g, "$&\n");
}

function kindOf({ mode, type }: TreeEntry): "dir" | "file" | "submodule" | "symlink" {
  if (type === "tree") return "dir";
  if (type === "commit") return "submodule";
  return mode === "120000" ? "symlink" : "file";
}

function gitUrl(world: World, repository: Repository, { type, sha }: TreeEntry): string {
  return `${repositoryUrl(world, repository)}/git/${type}s/${sha}`;
}
