import type { Kit } from "@swarm-actions/action-kit";
import type { GitHubClient } from "@swarm-actions/github";
import { version } from "../shared/version.ts";

/** GitHub's API, for sources that ask it. */
export async function openGitHub(kit: Kit, token: string): Promise<GitHubClient> {
  const { createClient } = await import("@swarm-actions/github");
  const { apiUrl, graphqlUrl } = kit.environment;
  return createClient({
    credentials: { kind: "token", token },
    baseUrl: apiUrl,
    graphqlUrl,
    userAgent: `swarm-actions-swarm-fanout/${version}`,
    signal: kit.signal,
    redactor: kit.redactor,
    onNotice: (text) => kit.annotate({ level: "notice", title: "GitHub", text }),
  });
}
