import type { GitHubClient } from "../client.ts";

/** A repository as lists tell of it. */
export interface ListedRepository {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string | null;
  /** Null: none was made out. */
  readonly language: string | null;
  readonly topics: readonly string[];
  readonly isArchived: boolean;
  readonly isFork: boolean;
  readonly visibility: string;
  /** Kilobytes. */
  readonly size: number;
  /** The organisation's own properties by name; empty unless they were asked for. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/** Whose repositories are listed. */
export interface RepositoriesRequest {
  readonly kind: "organization" | "user";
  readonly login: string;
  /** Whether properties are read too, which takes as many requests again. */
  readonly withProperties: boolean;
}

/** All that the token may see, a hundred a request. @throws GitHubError */
export async function listRepositories(
  client: GitHubClient,
  request: RepositoriesRequest,
): Promise<readonly ListedRepository[]> {
  const { kind, login, withProperties } = request;
  const [listed, properties] = await Promise.all([
    kind === "organization"
      ? client.readAll("GET /orgs/{org}/repos", { org: login, per_page: 100 })
      : client.readAll("GET /users/{username}/repos", { username: login, per_page: 100 }),
    withProperties && kind === "organization" ? readProperties(client, login) : new Map(),
  ]);
  return listed.map((one) => ({
    owner: one.owner.login,
    name: one.name,
    defaultBranch: one.default_branch ?? null,
    language: one.language ?? null,
    topics: one.topics ?? [],
    isArchived: one.archived === true,
    isFork: one.fork,
    visibility: one.visibility ?? (one.private ? "private" : "public"),
    size: one.size ?? 0,
    properties: properties.get(one.name.toLowerCase()) ?? new Map(),
  }));
}

type Properties = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** By the repository's name, in lower case. */
async function readProperties(client: GitHubClient, org: string): Promise<Properties> {
  const route = "GET /orgs/{org}/properties/values";
  const all = await client.readAll(route, { org, per_page: 100 });
  return new Map(
    all.map(({ repository_name, properties }) => [
      repository_name.toLowerCase(),
      new Map(properties.map(({ property_name, value }) => [property_name, valuesOf(value)])),
    ]),
  );
}

function valuesOf(value: string | readonly string[] | null): readonly string[] {
  if (value === null) return [];
  return typeof value === "string" ? [value] : value;
}
