import type { Installation, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** What an App may see where it is installed. */
export function installedRepositories(
  world: World,
  installation: Installation,
): readonly Repository[] {
  const { account, repositories } = installation;
  return [...world.repositories.values()].filter(
    ({ id, owner }) =>
      owner.id === account.id && (repositories === "all" || repositories.includes(id)),
  );
}
