import { isAtLeast } from "../kernel/role.ts";
import { rootOf } from "../operations/find-fork.ts";
import type { Repository, RepositoryRole } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { presentRepository } from "./repository.ts";
import { presentUser } from "./user.ts";

/** A `full-repository`; `role` is what the caller may do there, null when it has none. */
export function presentFullRepository(
  world: World,
  repository: Repository,
  role: RepositoryRole | null,
): Record<string, unknown> {
  const { owner, parent } = repository;
  return {
    ...presentRepository(world, repository),
    temp_clone_token: null,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    subscribers_count: 0,
    network_count: 0,
    permissions: presentPermissions(role),
    ...(owner.type === "Organization" && { organization: presentUser(world, owner) }),
    ...(parent !== null && {
      parent: presentRepository(world, parent),
      source: presentRepository(world, rootOf(parent)),
    }),
  };
}

/** A role as the five flags that GitHub shows. */
export function presentPermissions(role: RepositoryRole | null): Record<string, boolean> {
  return {
    admin: isAtLeast(role, "admin"),
    maintain: isAtLeast(role, "maintain"),
    push: isAtLeast(role, "write"),
    triage: isAtLeast(role, "triage"),
    pull: isAtLeast(role, "read"),
  };
}
