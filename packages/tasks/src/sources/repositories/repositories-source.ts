import { CodedError } from "@swarm-actions/core";
import { type GitHubClient, type ListedRepository, listRepositories } from "@swarm-actions/github";
import { pathMatcher } from "@swarm-actions/review";
import type { Json, Task } from "@swarm-actions/swarm";
import { checkTasks } from "../../task-list.ts";
import type { TaskSource } from "../task-source.ts";
import { type RepositoryQuery, readQuery } from "./repository-query.ts";

/**
 * A task a repository of an organisation or a person, `{owner, name, …}`.
 * @param github null: there is no token to ask with
 */
export function createRepositoriesSource(
  select: string,
  github: (() => Promise<GitHubClient>) | null,
): TaskSource {
  return {
    find: async () => {
      const query = readQuery(select);
      if (github === null) throw noToken();
      const client = await github();
      const withProperties = query.properties.size > 0;
      const lists = await Promise.all(
        query.owners.map((owner) => listRepositories(client, { ...owner, withProperties })),
      );
      const matches = matcherOf(query);
      const found = lists.flat().filter(matches);
      const byName = new Map(found.map((one) => [nameOf(one), one]));
      const sorted = [...byName.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      return { tasks: checkTasks(sorted.map(taskOf), "select"), seconds: new Map() };
    },
  };
}

function matcherOf(query: RepositoryQuery): (repository: ListedRepository) => boolean {
  const { names, without } = query;
  const isNamed = pathMatcher({
    paths: names.length === 0 ? undefined : names,
    ignore: without.names,
  });
  const allows = (wanted: "true" | "false" | "any", is: boolean): boolean =>
    wanted === "any" || String(is) === wanted;
  const oneOf = (list: readonly string[], value: string): boolean =>
    list.length === 0 || list.includes(value);
  return (one) =>
    isNamed(one.name) &&
    allows(query.archived, one.isArchived) &&
    allows(query.fork, one.isFork) &&
    oneOf(query.languages, (one.language ?? "").toLowerCase()) &&
    oneOf(query.visibilities, one.visibility) &&
    query.topics.every((topic) => one.topics.includes(topic)) &&
    !without.topics.some((topic) => one.topics.includes(topic)) &&
    [...query.properties].every(([name, values]) =>
      (one.properties.get(name) ?? []).some((value) => values.includes(value)),
    );
}

function taskOf(one: ListedRepository): Task {
  const { owner, name, defaultBranch, language, topics, visibility } = one;
  const properties: Json = Object.fromEntries(one.properties);
  return {
    key: nameOf(one),
    kind: language === null ? "repository" : `repository.${language.toLowerCase()}`.slice(0, 100),
    affinity: null,
    size: one.size,
    payload: { owner, name, defaultBranch, language, topics, visibility, properties },
  };
}

function nameOf({ owner, name }: ListedRepository): string {
  return `${owner}/${name}`;
}

function noToken(): CodedError {
  return new CodedError("tasks/no-token", "there is no token to ask GitHub for repositories with", {
    fix: "Set GITHUB_TOKEN to a token that may read the repositories, or give the action its `token`.",
    place: "token",
  });
}
