import type { Repository } from "../../state/model.ts";
import { tryGit } from "./run-git.ts";

const fullSha = /^[0-9a-f]{40}$/;

export function isSha(text: string): boolean {
  return fullSha.test(text);
}

/** The commit that a branch, a tag, a full ref or a commit's id names; null when there is none. */
export async function resolveCommit(repository: Repository, name: string): Promise<string | null> {
  for (const candidate of candidatesOf(name)) {
    const sha = await verify(repository, `${candidate}^{commit}`);
    if (sha !== null) return sha;
  }
  return null;
}

/** The tip of a branch; null when there is none. */
export function tipOf(repository: Repository, branch: string): Promise<string | null> {
  return isRefName(branch) ? verify(repository, `refs/heads/${branch}^{commit}`) : none;
}

/** What a full ref (`refs/heads/main`) points at; null when there is none. */
export function objectAtRef(repository: Repository, ref: string): Promise<string | null> {
  return isRefName(ref) ? verify(repository, ref) : none;
}

/** Whether the repository holds the object. */
export async function hasObject(repository: Repository, sha: string): Promise<boolean> {
  return isSha(sha) && (await tryGit(repository, ["cat-file", "-e", sha])).code === 0;
}

/** What git accepts as the name of a ref, so that no expression of its own (`@{…}`, `:/…`) passes. */
export function isRefName(name: string): boolean {
  if (name === "" || name.startsWith("-") || name.startsWith("/") || name.endsWith("/"))
    return false;
  if (name.endsWith(".") || name.includes("..") || name.includes("//") || name.includes("@{")) {
    return false;
  }
  const parts = name.split("/");
  return (
    !hasForbiddenCharacter(name) &&
    parts.every((part) => !part.startsWith(".") && !part.endsWith(".lock"))
  );
}

const none: Promise<null> = Promise.resolve(null);

function candidatesOf(name: string): readonly string[] {
  if (/^[0-9a-f]{7,40}$/.test(name)) return [`refs/heads/${name}`, name];
  if (!isRefName(name)) return [];
  if (name === "HEAD") return ["HEAD"];
  if (name.startsWith("refs/")) return [name];
  return [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
}

async function verify(repository: Repository, revision: string): Promise<string | null> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision];
  const answer = await tryGit(repository, args);
  return answer.code === 0 ? answer.stdout.toString().trim() : null;
}

function hasForbiddenCharacter(name: string): boolean {
  for (const character of name) {
    if (character <= " " || character === "\u007f" || "~^:?*[\\".includes(character)) return true;
  }
  return false;
}
