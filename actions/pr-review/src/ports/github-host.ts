import type { ActionEnvironment } from "@swarm-actions/action-kit";
import {
  applyPublication,
  findPullRequestsOfRun,
  type GitHubClient,
  react,
  readConversation,
  readDiff,
  readHead,
  readPermission,
  readWorkflowRun,
  replyToComment,
} from "@swarm-actions/github";
import type { ReviewInputs } from "../inputs.ts";
import type { Host } from "./host.ts";
import { readArtifact } from "./read-artifact.ts";

/** The repository of the job, over the one client of the run. */
export function createGitHubHost(
  client: GitHubClient,
  { owner, repository }: Pick<ActionEnvironment, "owner" | "repository">,
  { key, configPath, mode }: Pick<ReviewInputs, "key" | "configPath" | "mode">,
): Host {
  const here = { owner, repository };
  // Whoever writes nothing needs no check, and perhaps must not see any.
  const checkName = mode === "analyze" ? null : key;
  const at = (number: number) => ({ ...here, number });
  return {
    readConversation: (number) =>
      readConversation(client, { ...at(number), checkName, configPath }),
    readDiff: ({ number, changedFiles }) => readDiff(client, { ...at(number), changedFiles }),
    readMergeBase: async ({ baseSha, headSha }) => {
      const compared = await client.read("GET /repos/{owner}/{repo}/compare/{basehead}", {
        owner,
        repo: repository,
        basehead: `${baseSha}...${headSha}`,
        // The first page alone holds the files, which are not what is asked for.
        per_page: 1,
        page: 2,
      });
      return compared.merge_base_commit.sha;
    },
    readHead: (number) => readHead(client, { ...at(number), checkName: key }),
    apply: (plan, head) => applyPublication(client, plan, head),
    readPermission: (login) => readPermission(client, { ...here, login }),
    react: (comment, reaction) => react(client, { ...here, comment }, reaction),
    reply: (number, body) => replyToComment(client, at(number), body),
    readRun: (runId) => readWorkflowRun(client, { ...here, runId }),
    findPullRequests: (run) => findPullRequestsOfRun(client, here, run),
    readArtifact: (runId, name, limit) => readArtifact(client, { ...here, runId, name, limit }),
    limit: (settings) => client.limit(settings),
    usage: () => client.usage(),
    close: () => client.close(),
  };
}
