import type { GitHubClient } from "../client.ts";
import { GitHubError } from "../failure/github-error.ts";
import type { RepositoryPlace } from "./place.ts";

/** What a person may do in a repository, from least to most. */
export type Permission = "none" | "read" | "write" | "admin";

export interface PermissionRequest extends RepositoryPlace {
  readonly login: string;
}

const known: readonly string[] = ["none", "read", "write", "admin"] satisfies Permission[];

/**
 * Asked of GitHub, as the word of an event's `author_association` is no permission. Triage counts as
 * read and maintain as write. Whoever is unknown may do nothing.
 * @throws GitHubError
 */
export async function readPermission(
  client: GitHubClient,
  { owner, repository, login }: PermissionRequest,
): Promise<Permission> {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  try {
    const { permission } = await client.read(route, { owner, repo: repository, username: login });
    return known.includes(permission) ? (permission as Permission) : "none";
  } catch (thrown) {
    if (thrown instanceof GitHubError && thrown.status === 404) return "none";
    throw thrown;
  }
}
