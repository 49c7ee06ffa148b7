import { type Call, type Endpoint, endpoint } from "../kernel/endpoint.ts";
import { page } from "../kernel/paginate.ts";
import { notFound } from "../kernel/refusal.ts";
import { ok } from "../kernel/reply.ts";
import { presentApp } from "../present/app.ts";
import type { Installation, Repository } from "../state/model.ts";
import { installedRepositories } from "./installed-repositories.ts";
import { presentInstallation } from "./present-installation.ts";

const readApp = endpoint({
  method: "GET",
  path: "/app",
  entrance: "app",
  handle: (call) =>
    ok({
      ...presentApp(call.world, call.app()),
      installations_count: installationsOf(call).length,
    }),
});

const listInstallations = endpoint({
  method: "GET",
  path: "/app/installations",
  entrance: "app",
  handle: (call) => {
    const { items, headers } = page(call, installationsOf(call));
    return ok(
      items.map((one) => presentInstallation(call.world, one)),
      headers,
    );
  },
});

const readInstallation = endpoint({
  method: "GET",
  path: "/app/installations/{installation_id}",
  entrance: "app",
  handle: (call) => show(call, ({ id }) => String(id) === call.params.installation_id),
});

const readOfRepository = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/installation",
  entrance: "app",
  handle: (call) => {
    const { owner, repo } = call.params;
    const repository = call.world.repositories.get(`${owner}/${repo}`.toLowerCase());
    return show(call, (one) => repository !== undefined && covers(call, one, repository));
  },
});

const readOfUser = endpoint({
  method: "GET",
  path: "/users/{username}/installation",
  entrance: "app",
  handle: (call) => show(call, ({ account }) => isNamed(account.login, call.params.username)),
});

const readOfOrganization = endpoint({
  method: "GET",
  path: "/orgs/{org}/installation",
  entrance: "app",
  handle: (call) => show(call, ({ account }) => isNamed(account.login, call.params.org)),
});

/** What an App learns of itself and of where it is installed. */
export const installationEndpoints: readonly Endpoint[] = [
  readApp,
  listInstallations,
  readInstallation,
  readOfRepository,
  readOfUser,
  readOfOrganization,
];

/** @throws Refusal 404 */
export function findInstallation(
  call: Call,
  matches: (installation: Installation) => boolean,
): Installation {
  const found = installationsOf(call).find(matches);
  if (found === undefined) throw notFound();
  return found;
}

function show(call: Call, matches: (installation: Installation) => boolean) {
  return ok(presentInstallation(call.world, findInstallation(call, matches)));
}

function installationsOf(call: Call): readonly Installation[] {
  return [...call.world.installations.values()].filter(({ app }) => app === call.app());
}

function covers({ world }: Call, installation: Installation, repository: Repository): boolean {
  return installedRepositories(world, installation).includes(repository);
}

function isNamed(login: string, asked: string | undefined): boolean {
  return login.toLowerCase() === asked?.toLowerCase();
}
