import { randomBytes } from "node:crypto";
import type { Access, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Trigger } from "./trigger.ts";

/** By the names of a workflow's `permissions`, with `_` or `-`. */
export type JobPermissions = Readonly<Record<string, Access>>;

const hourMs = 3_600_000;
/** What GitHub allows a `GITHUB_TOKEN` an hour in one repository. */
const requestsAnHour = 1_000;

/** Makes the `GITHUB_TOKEN` of a job: good for one repository; from a fork, for reading only. */
export function createJobToken(
  world: World,
  { repository, fromFork }: Pick<Trigger, "repository" | "fromFork">,
  permissions: JobPermissions = { contents: "read" },
): Token {
  const now = world.now().getTime();
  const entries = Object.entries({ metadata: "read" as const, ...permissions });
  const token: Token = {
    value: `ghs_${randomBytes(27).toString("base64url").replace(/[-_]/g, "0")}`,
    kind: "job",
    actor: world.actionsApp.bot,
    app: world.actionsApp,
    permissions: Object.fromEntries(
      entries.map(([name, access]) => [name.replaceAll("-", "_"), fromFork ? "read" : access]),
    ),
    repositories: [repository.id],
    expiresAt: now + 24 * hourMs,
    rest: { limit: requestsAnHour, used: 0, resetAt: now + hourMs },
    graphql: { limit: requestsAnHour, used: 0, resetAt: now + hourMs },
  };
  world.tokens.set(token.value, token);
  return token;
}
