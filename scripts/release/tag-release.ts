import { CodedError } from "@swarm-actions/core";
import type { Git } from "./git.ts";
import type { Version } from "./version.ts";

/** @throws CodedError `release/dirty`: what is released is what is committed */
export function refuseDirtyTree(git: Git): void {
  const changes = git(["--no-optional-locks", "status", "--porcelain", "--untracked-files=normal"]);
  if (changes === "") return;
  const [first = "", ...more] = changes.split("\n");
  const rest = more.length === 0 ? "" : ` and ${more.length} more`;
  throw new CodedError("release/dirty", `${first.trim()}${rest} is not committed`, {
    fix: "Commit or remove it first.",
    place: git(["rev-parse", "--show-toplevel"]),
  });
}

/** @throws CodedError `release/tag-exists`: a released version never changes */
export function refuseTakenTag(git: Git, { tag }: Version, remote: string | null): void {
  const here = git(["tag", "--list", tag]) === "" ? [] : ["this repository"];
  const there = remote === null || tagAt(git, remote, tag) === null ? [] : [remote];
  const [place] = [...here, ...there];
  if (place === undefined) return;
  const fix = "Raise the version; a released version never changes.";
  throw new CodedError("release/tag-exists", `the tag ${tag} exists`, { fix, place });
}

/** Sets the version's tag and moves that of its major, both or neither. */
export function tagRelease(git: Git, commit: string, { tag, major }: Version): void {
  const moves = major === null ? [] : [`update refs/tags/${major} ${commit}`];
  const lines = ["start", `create refs/tags/${tag} ${commit}`, ...moves, "prepare", "commit"];
  git(["update-ref", "--stdin"], { input: `${lines.join("\n")}\n` });
}

/** Pushes the version first: its major must never point at what cannot be had. */
export function pushRelease(git: Git, remote: string, { tag, major }: Version): void {
  git(["push", "--quiet", remote, `refs/tags/${tag}`]);
  if (major === null) return;
  const lease = `--force-with-lease=refs/tags/${major}:${tagAt(git, remote, major) ?? ""}`;
  git(["push", "--quiet", lease, remote, `refs/tags/${major}`]);
}

function tagAt(git: Git, remote: string, tag: string): string | null {
  return git(["ls-remote", remote, `refs/tags/${tag}`]).split("\t")[0] || null;
}
