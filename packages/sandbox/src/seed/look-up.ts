import { CodedError, nearest } from "@swarm-actions/core";
import type { App, Repository, User } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** @throws CodedError `sandbox/seed-unknown` */
export function userNamed(world: World, login: string, place: string): User {
  const known = [...world.users.values()].map((user) => user.login);
  return world.users.get(login.toLowerCase()) ?? refuse("user", login, known, place);
}

/** @throws CodedError `sandbox/seed-unknown` */
export function repositoryNamed(world: World, name: string, place: string): Repository {
  const known = [...world.repositories.keys()];
  return world.repositories.get(name.toLowerCase()) ?? refuse("repository", name, known, place);
}

/** @throws CodedError `sandbox/seed-unknown` */
export function appNamed(world: World, slug: string, place: string): App {
  const apps = [...world.apps.values()];
  const found = apps.find((app) => app.slug === slug);
  return (
    found ??
    refuse(
      "App",
      slug,
      apps.map((app) => app.slug),
      place,
    )
  );
}

function refuse(kind: string, name: string, known: readonly string[], place: string): never {
  const near = nearest(name, known);
  const hint = near === null ? "" : `; did you mean ${near}?`;
  throw new CodedError("sandbox/seed-unknown", `there is no ${kind} ${name}${hint}`, {
    fix: near === null ? `Declare the ${kind} further up in the seed.` : `Write ${near}.`,
    place,
  });
}
