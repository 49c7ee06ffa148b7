import { CodedError } from "@swarm-actions/core";
import { createToken } from "../apps/create-token.ts";
import { installedRepositories } from "../apps/installed-repositories.ts";
import type { Installation } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { appNamed, repositoryNamed, userNamed } from "./look-up.ts";
import type { TokenSeed } from "./schema.ts";

type Seed<Kind extends TokenSeed["kind"]> = Extract<TokenSeed, { kind: Kind }>;

/** @throws CodedError where it names what there is not */
export function plantToken(world: World, seed: TokenSeed, place: string): void {
  if (seed.kind === "user") plantUserToken(world, seed, place);
  else if (seed.kind === "installation") plantInstallationToken(world, seed, place);
  else plantJobToken(world, seed, place);
}

function plantUserToken(world: World, seed: Seed<"user">, place: string): void {
  createToken(world, {
    kind: "user",
    value: seed.value,
    actor: userNamed(world, seed.login, place),
    app: null,
    permissions: seed.permissions ?? null,
    repositories: idsOf(world, seed.repositories, place),
    expiresAt: null,
  });
}

function plantInstallationToken(world: World, seed: Seed<"installation">, place: string): void {
  const installation = installationOf(world, seed, place);
  const { app, permissions } = installation;
  const chosen = idsOf(world, seed.repositories, place);
  createToken(world, {
    kind: "installation",
    value: seed.value,
    actor: app.bot,
    app,
    permissions: seed.permissions ?? permissions,
    repositories:
      chosen === "all" ? installedRepositories(world, installation).map(({ id }) => id) : chosen,
    expiresAt: null,
  });
}

function plantJobToken(world: World, seed: Seed<"job">, place: string): void {
  createToken(world, {
    kind: "job",
    value: seed.value,
    actor: world.actionsApp.bot,
    app: world.actionsApp,
    permissions: seed.permissions,
    repositories: [repositoryNamed(world, seed.repository, place).id],
    expiresAt: null,
  });
}

function idsOf(world: World, names: "all" | readonly string[], place: string): "all" | number[] {
  return names === "all" ? "all" : names.map((name) => repositoryNamed(world, name, place).id);
}

function installationOf(world: World, seed: Seed<"installation">, place: string): Installation {
  const app = appNamed(world, seed.app, place);
  const account = userNamed(world, seed.account, place);
  const all = [...world.installations.values()];
  const found = all.find((one) => one.app === app && one.account === account);
  if (found !== undefined) return found;
  throw new CodedError("sandbox/seed-unknown", `${seed.app} is not installed on ${seed.account}`, {
    fix: "List the account under the App's installations.",
    place,
  });
}
