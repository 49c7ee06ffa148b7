import { presentRepository } from "../present/repository.ts";
import { presentUser } from "../present/user.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";

/** Tells the world what happened, with what every payload of a repository carries. */
export function announce(
  world: World,
  author: Author,
  repository: Repository,
  name: string,
  payload: Readonly<Record<string, unknown>>,
): void {
  const { owner } = repository;
  world.emit({
    name,
    repository,
    sender: author.actor,
    payload: {
      ...payload,
      repository: presentRepository(world, repository),
      ...(owner.type === "Organization" && {
        organization: presentOrganization(world, repository),
      }),
      sender: presentUser(world, author.actor),
    },
  });
}

/** An `organization-simple`. */
function presentOrganization(world: World, { owner }: Repository): Record<string, unknown> {
  const url = `${world.url}/orgs/${owner.login}`;
  const { id, node_id, avatar_url } = presentUser(world, owner);
  return {
    login: owner.login,
    id,
    node_id,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url,
    description: owner.name,
  };
}
