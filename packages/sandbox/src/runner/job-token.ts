import { createToken } from "../apps/create-token.ts";
import type { Access, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Trigger } from "./trigger.ts";

/** By the names of a workflow's `permissions`, with `_` or `-`. */
export type JobPermissions = Readonly<Record<string, Access>>;

/** As long as a job may last. */
const lifetimeMs = 6 * 3_600_000;

/** Makes the `GITHUB_TOKEN` of a job: good for one repository; from a fork, for reading only. */
export function createJobToken(
  world: World,
  { repository, fromFork }: Pick<Trigger, "repository" | "fromFork">,
  permissions: JobPermissions = { contents: "read" },
): Token {
  const entries = Object.entries({ metadata: "read" as const, ...permissions });
  return createToken(world, {
    kind: "job",
    actor: world.actionsApp.bot,
    app: world.actionsApp,
    permissions: Object.fromEntries(
      entries.map(([name, access]) => [name.replaceAll("-", "_"), fromFork ? "read" : access]),
    ),
    repositories: [repository.id],
    expiresAt: world.now().getTime() + lifetimeMs,
  });
}
