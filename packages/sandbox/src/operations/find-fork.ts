import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** The repository of an owner in a repository's network of forks; null when there is none. */
export function findFork(
  world: World,
  repository: Repository,
  owner: string,
  name: string | null,
): Repository | null {
  const root = rootOf(repository);
  for (const other of world.repositories.values()) {
    const isTheirs = other.owner.login.toLowerCase() === owner.toLowerCase();
    const isMeant = name === null || other.name.toLowerCase() === name.toLowerCase();
    if (isTheirs && isMeant && rootOf(other) === root) return other;
  }
  return null;
}

/** What a fork is a fork of in the end; of no fork itself. */
export function rootOf(repository: Repository): Repository {
  return repository.parent === null ? repository : rootOf(repository.parent);
}
