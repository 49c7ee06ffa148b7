import { createApp } from "../apps/create-app.ts";
import { actionsSettingsOf } from "../services/actions-settings.ts";
import type { User } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { appNamed, repositoryNamed, userNamed } from "./look-up.ts";
import { plantIssues } from "./plant-issues.ts";
import { plantRepository } from "./plant-repository.ts";
import { plantToken } from "./plant-token.ts";
import type { AppSeed, Seed } from "./schema.ts";

/** What planting a seed made that is told to nobody else. */
export interface Planted {
  /** Private keys (PEM) by the slugs of the Apps. */
  readonly appKeys: ReadonlyMap<string, string>;
}

/** Fills a world. Nobody is told: to whoever comes later it was always so. */
export async function plantSeed(loud: World, seed: Seed): Promise<Planted> {
  const world: World = { ...loud, emit: () => {} };
  plantUsers(world, seed.users, "User");
  plantUsers(world, seed.organizations, "Organization");
  const appKeys = await plantApps(world, seed.apps);
  for (const [index, repository] of seed.repositories.entries()) {
    await plantRepository(world, repository, `repositories.${index}`);
  }
  // Pull requests may come from forks that stand further down.
  for (const [index, repository] of seed.repositories.entries()) {
    await plantIssues(world, repository, `repositories.${index}`);
  }
  installApps(world, seed.apps);
  actionsSettingsOf(loud).earlierAttempts = seed.actions["earlier-attempts"];
  for (const [index, token] of seed.tokens.entries()) plantToken(world, token, `tokens.${index}`);
  return { appKeys };
}

type People = Seed["users"];

function plantUsers(world: World, people: People, type: User["type"]): void {
  for (const { login, name = null } of people) {
    world.users.set(login.toLowerCase(), { id: world.nextId(), login, type, name });
  }
}

async function plantApps(world: World, apps: readonly AppSeed[]): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const [index, seed] of apps.entries()) {
    const owner = userNamed(world, seed.owner, `apps.${index}.owner`);
    const { slug, name = slug, "public-key": publicKey } = seed;
    const { privateKey } = await createApp(world, { slug, name, owner, publicKey });
    if (privateKey !== null) keys.set(slug, privateKey);
  }
  return keys;
}

function installApps(world: World, apps: readonly AppSeed[]): void {
  for (const [index, { slug, installations }] of apps.entries()) {
    for (const { account, permissions, repositories } of installations) {
      const place = `apps.${index}.installations`;
      const id = world.nextId();
      world.installations.set(id, {
        id,
        app: appNamed(world, slug, place),
        account: userNamed(world, account, place),
        permissions,
        repositories:
          repositories === "all"
            ? "all"
            : repositories.map((name) => repositoryNamed(world, name, place).id),
      });
    }
  }
}
