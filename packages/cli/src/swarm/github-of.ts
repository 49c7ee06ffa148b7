import type { GitHubClient } from "@swarm-actions/github";

/** GitHub as the environment names it and with its token; null: there is none, and nobody is asked. */
export function githubOf({
  GITHUB_TOKEN,
  GH_TOKEN,
  GITHUB_API_URL,
}: NodeJS.ProcessEnv): (() => Promise<GitHubClient>) | null {
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (token === undefined || token === "") return null;
  return async () => {
    const { createClient } = await import("@swarm-actions/github");
    const address = GITHUB_API_URL ? { baseUrl: GITHUB_API_URL } : {};
    return createClient({ credentials: { kind: "token", token }, ...address });
  };
}
