import type { User } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Signature } from "./git/read-commit.ts";

/** Addresses under which the sandbox signs for its users: `7+login@users.noreply.github.com`. */
const host = "users.noreply.github.com";

export function emailOf(user: User): string {
  return `${user.id}+${user.login}@${host}`;
}

/** The user whose commit it is, by the address that GitHub gives every user; null when none. */
export function userOfSignature(world: World, { email }: Signature): User | null {
  const address = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(email);
  return world.users.get((address?.[1] ?? "").toLowerCase()) ?? null;
}
