import { repositoryPage } from "../../present/repository-urls.ts";
import type { Issue, Repository } from "../../state/model.ts";
import type { World } from "../../state/world.ts";

/** The page of an issue or pull request under a root. */
export function conversationPage(root: string, issue: Issue): string {
  const { owner, name } = issue.repository;
  const kind = issue.pullRequest === null ? "issues" : "pull";
  return `${root}/${owner.login}/${name}/${kind}/${issue.number}`;
}

export function commitPage(world: World, repository: Repository, sha: string): string {
  return `${repositoryPage(world, repository)}/commit/${sha}`;
}

/** An address without its host, as `resourcePath` is. */
export function pathOf({ url }: World, address: string): string {
  return address.slice(url.length);
}
