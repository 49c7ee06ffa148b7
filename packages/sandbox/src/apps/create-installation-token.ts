import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Refusal } from "../kernel/refusal.ts";
import { created } from "../kernel/reply.ts";
import { instant } from "../present/instant.ts";
import { presentRepository } from "../present/repository.ts";
import type { Access, Installation, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { createToken } from "./create-token.ts";
import { installedRepositories } from "./installed-repositories.ts";
import { findInstallation } from "./read-installations.ts";

const hourMs = 3_600_000;

const body = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.int()).optional(),
  permissions: z.record(z.string(), z.enum(["read", "write"])).optional(),
});
type Wish = z.output<typeof body>;

/** A token of an installation, for an hour: for all that was granted, or for less. */
export const createInstallationToken = endpoint({
  method: "POST",
  path: "/app/installations/{installation_id}/access_tokens",
  entrance: "app",
  body,
  handle: (call, wish) => {
    const { world, params } = call;
    const installation = findInstallation(call, ({ id }) => String(id) === params.installation_id);
    const permissions = choosePermissions(installation, wish);
    const chosen = chooseRepositories(world, installation, wish);
    const expiresAt = world.now().getTime() + hourMs;
    const { value } = createToken(world, {
      kind: "installation",
      actor: installation.app.bot,
      app: installation.app,
      permissions,
      repositories: (chosen ?? installedRepositories(world, installation)).map(({ id }) => id),
      expiresAt,
    });
    return created({
      token: value,
      expires_at: instant(new Date(expiresAt)),
      permissions,
      ...describeChoice(world, installation, chosen),
    });
  },
});

/** @throws Refusal 422 when more is asked for than was granted */
function choosePermissions(
  { permissions }: Installation,
  wish: Wish,
): Readonly<Record<string, Access>> {
  const granted = new Map(Object.entries({ metadata: "read", ...permissions }));
  const asked = Object.entries(wish.permissions ?? permissions);
  for (const [name, access] of asked) {
    const has = granted.get(name);
    if (has === "write" || has === access) continue;
    throw new Refusal(422, "The permissions requested are not granted to this installation.");
  }
  return Object.fromEntries([...asked, ["metadata", "read"]]);
}

/** Null: all. @throws Refusal 422 on one that the installation does not have */
function chooseRepositories(
  world: World,
  installation: Installation,
  { repositories, repository_ids: ids }: Wish,
): readonly Repository[] | null {
  if (repositories === undefined && ids === undefined) return null;
  const all = installedRepositories(world, installation);
  const names = (repositories ?? []).map((name) => all.find((one) => isNamed(one, name)));
  const chosen = [...names, ...(ids ?? []).map((id) => all.find((one) => one.id === id))];
  return chosen.map((one) => {
    if (one !== undefined) return one;
    throw new Refusal(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  });
}

function describeChoice(
  world: World,
  installation: Installation,
  chosen: readonly Repository[] | null,
): Readonly<Record<string, unknown>> {
  if (chosen !== null) {
    const repositories = chosen.map((one) => presentRepository(world, one));
    return { repository_selection: "selected", repositories };
  }
  return { repository_selection: installation.repositories === "all" ? "all" : "selected" };
}

function isNamed(repository: Repository, name: string): boolean {
  return repository.name.toLowerCase() === name.toLowerCase();
}
