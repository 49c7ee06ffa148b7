import type { PullRequest, Repository } from "../../state/model.ts";
import { Kept } from "./kept.ts";
import { tipOf } from "./resolve.ts";
import { askGit, tryGit } from "./run-git.ts";

const kept = new Kept<string | null>(256);

/**
 * The commit that merging a pull request into its base would make, also under
 * `refs/pull/N/merge`; null when it conflicts.
 */
export async function findTestMerge({ base, head, issue }: PullRequest): Promise<string | null> {
  const { repository, number } = issue;
  const tip = (await tipOf(repository, base.ref)) ?? base.sha;
  return kept.of(`${repository.gitDirectory}\0${number}\0${tip}\0${head.sha}`, async () => {
    const tree = await mergeTrees(repository, tip, head.sha);
    if (tree === null) return null;
    const message = `Merge ${head.sha} into ${tip}`;
    const args = ["commit-tree", tree, "-p", tip, "-p", head.sha, "-m", message];
    const sha = await askGit(repository, args, { environment: testSignature });
    await askGit(repository, ["update-ref", `refs/pull/${number}/merge`, sha]);
    return sha;
  });
}

/** The tree of a merge of two commits; null when they conflict or share no history. */
export async function mergeTrees(
  repository: Repository,
  ours: string,
  theirs: string,
): Promise<string | null> {
  const answer = await tryGit(repository, ["merge-tree", "--write-tree", ours, theirs]);
  return answer.code === 0 ? (answer.stdout.toString().split("\n")[0] ?? null) : null;
}

/** The same for the same commits, so that it is the same commit. */
const testSignature = {
  GIT_AUTHOR_NAME: "GitHub",
  GIT_AUTHOR_EMAIL: "noreply@github.com",
  GIT_AUTHOR_DATE: "1577836800 +0000",
  GIT_COMMITTER_NAME: "GitHub",
  GIT_COMMITTER_EMAIL: "noreply@github.com",
  GIT_COMMITTER_DATE: "1577836800 +0000",
};
