import type { User } from "../../state/model.ts";
import type { World } from "../../state/world.ts";
import { emailOf } from "../user-of-signature.ts";

/** The environment in which git signs a commit as a user, now. */
export function signedBy(world: World, user: User): Readonly<Record<string, string>> {
  const name = user.name ?? user.login;
  const date = `${Math.floor(world.now().getTime() / 1_000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: emailOf(user),
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: emailOf(user),
    GIT_COMMITTER_DATE: date,
  };
}
