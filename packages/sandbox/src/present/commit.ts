import type { CommitFacts, Signature } from "../operations/git/read-commit.ts";
import { userOfSignature } from "../operations/user-of-signature.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { nodeId } from "./node-id.ts";
import { repositoryPage, repositoryUrl } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

/** A `commit` as lists show it; `GET /commits/{ref}` adds `stats` and `files`. */
export function presentCommit(
  world: World,
  repository: Repository,
  commit: CommitFacts,
): Record<string, unknown> {
  const root = repositoryUrl(world, repository);
  const url = `${root}/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", `${repository.id}:${commit.sha}`),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${root}/git/trees/${commit.tree}` },
      url: `${root}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: unverified,
    },
    url,
    html_url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: presentSigner(world, commit.author),
    committer: presentSigner(world, commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${root}/commits/${sha}`,
      html_url: `${repositoryPage(world, repository)}/commit/${sha}`,
    })),
  };
}

/** A `git-commit`: the object itself. */
export function presentGitCommit(
  world: World,
  repository: Repository,
  commit: CommitFacts,
): Record<string, unknown> {
  const root = repositoryUrl(world, repository);
  const page = `${repositoryPage(world, repository)}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", `${repository.id}:${commit.sha}`),
    url: `${root}/git/commits/${commit.sha}`,
    html_url: `${page}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${root}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${root}/git/commits/${sha}`,
      html_url: `${page}/${sha}`,
    })),
    verification: unverified,
  };
}

/** A `simple-commit`, as check suites and workflow runs show their head. */
export function presentSimpleCommit(commit: CommitFacts): Record<string, unknown> {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

function presentSigner(world: World, signature: Signature): Record<string, unknown> | null {
  const user = userOfSignature(world, signature);
  return user === null ? null : presentUser(world, user);
}

const unverified = {
  verified: false,
  reason: "unsigned",
  signature: null,
  payload: null,
  verified_at: null,
};
