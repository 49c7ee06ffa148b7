import type { GitHubClient } from "../client.ts";
import { GitHubError } from "../failure/github-error.ts";
import type { PullRequestPlace } from "./place.ts";

export interface DiffRequest extends PullRequestPlace {
  /** What the pull request itself says. */
  readonly changedFiles: number;
}

export type DiffAnswer =
  | { readonly kind: "text"; readonly text: string }
  /** GitHub does not give all of it; git does. */
  | { readonly kind: "too-large"; readonly reason: string };

/** The diff by REST; one request. @throws GitHubError */
export async function readDiff(client: GitHubClient, request: DiffRequest): Promise<DiffAnswer> {
  try {
    const text = await readText(client, request);
    const files = text.match(/^diff --git /gm)?.length ?? 0;
    if (files >= request.changedFiles) return { kind: "text", text };
    const reason = `GitHub gave ${files} of ${request.changedFiles} changed files`;
    return { kind: "too-large", reason };
  } catch (thrown) {
    if (!(thrown instanceof GitHubError) || thrown.status !== 406) throw thrown;
    return { kind: "too-large", reason: thrown.message };
  }
}

async function readText(client: GitHubClient, request: DiffRequest): Promise<string> {
  const { owner, repository, number } = request;
  const data: unknown = await client.read("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    owner,
    repo: repository,
    pull_number: number,
    mediaType: { format: "diff" },
  });
  // An empty diff has no body, which Octokit passes on as an empty string; the types speak of JSON.
  return typeof data === "string" ? data : "";
}
