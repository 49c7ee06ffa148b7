import type { Repository } from "../../state/model.ts";
import { readGit } from "./run-git.ts";

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601, UTC. */
  readonly date: string;
}

export interface CommitFacts {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

const fields = ["%H", "%T", "%P", "%an", "%ae", "%at", "%cn", "%ce", "%ct", "%B"];

/** Reads commits in the order given. @throws CodedError `sandbox/git-failed` when one is missing */
export async function readCommits(
  repository: Repository,
  shas: readonly string[],
): Promise<readonly CommitFacts[]> {
  if (shas.length === 0) return [];
  const format = `--format=${fields.join("%x00")}%x00`;
  const args = ["show", "-s", "-z", "--no-show-signature", "--encoding=UTF-8", format, "--stdin"];
  const input = `${shas.join("\n")}\n`;
  const text = (await readGit(repository, args, { input })).toString("utf8");
  // git prints a commit once, however often it is asked for.
  const found = new Map(parseCommits(text).map((commit) => [commit.sha, commit]));
  return shas.flatMap((sha) => found.get(sha) ?? []);
}

export async function readCommit(repository: Repository, sha: string): Promise<CommitFacts> {
  const [commit] = await readCommits(repository, [sha]);
  if (commit === undefined) throw new Error(`git show printed nothing of ${sha}`);
  return commit;
}

function parseCommits(text: string): readonly CommitFacts[] {
  const values = text.split("\0");
  const commits: CommitFacts[] = [];
  // A commit ends with two zero bytes: the last field's, and the one that `-z` puts between commits.
  for (let at = 0; at + fields.length <= values.length; at += fields.length + 1) {
    const [sha = "", tree = "", parents = "", an = "", ae = "", adate = ""] = values.slice(at);
    const [cn = "", ce = "", cdate = "", body = ""] = values.slice(at + 6);
    commits.push({
      sha,
      tree,
      parents: parents === "" ? [] : parents.split(" "),
      author: { name: an, email: ae, date: utc(adate) },
      committer: { name: cn, email: ce, date: utc(cdate) },
      message: body.replace(/\n+$/, ""),
    });
  }
  return commits;
}

function utc(seconds: string): string {
  return `${new Date(Number(seconds) * 1_000).toISOString().slice(0, 19)}Z`;
}
