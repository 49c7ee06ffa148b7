import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant } from "./instant.ts";
import { nodeId } from "./node-id.ts";
import { fullName, repositoryPage, repositoryUrls } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

/** A `minimal-repository` without the optional fields. */
export function presentMinimalRepository(
  world: World,
  repository: Repository,
): Record<string, unknown> {
  return {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
    owner: presentUser(world, repository.owner),
    description: repository.description,
    fork: repository.parent !== null,
    ...repositoryUrls(world, repository),
  };
}

/** A `repository`, as pull requests, lists and webhooks show it. */
export function presentRepository(world: World, repository: Repository): Record<string, unknown> {
  const page = repositoryPage(world, repository);
  const open = [...repository.issues.values()].filter(({ state }) => state === "open").length;
  return {
    ...presentMinimalRepository(world, repository),
    git_url: `${page.replace(/^http/, "git")}.git`,
    ssh_url: `git@${new URL(world.url).hostname}:${fullName(repository)}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    ...counts(open),
    ...features,
    ...presentTraits(repository),
    created_at: instant(repository.createdAt),
    updated_at: instant(repository.pushedAt),
    pushed_at: instant(repository.pushedAt),
  };
}

/** What repositories are looked for by. */
export function presentTraits(repository: Repository): Record<string, unknown> {
  const { language, topics, archived, defaultBranch } = repository;
  const visibility = repository.private ? "private" : "public";
  return { language, topics, archived, visibility, default_branch: defaultBranch };
}

function counts(open: number): Record<string, unknown> {
  return {
    forks_count: 0,
    stargazers_count: 0,
    watchers_count: 0,
    size: 0,
    open_issues_count: open,
    forks: 0,
    open_issues: open,
    watchers: 0,
  };
}

const features = {
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: true,
  has_discussions: false,
  disabled: false,
  license: null,
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
};
