import { tmpdir } from "node:os";
import { CodedError } from "@swarm-actions/core";

type Variables = Readonly<Record<string, string | undefined>>;

/** What GitHub says of the run, read once. */
export interface ActionEnvironment {
  /** All variables; hand them on only by name. */
  readonly variables: Variables;
  readonly owner: string;
  readonly repository: string;
  readonly eventName: string;
  /** The file that holds the event's payload; null when none was given. */
  readonly eventPath: string | null;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Where people and git reach it, without a slash at the end. */
  readonly serverUrl: string;
  readonly workspace: string;
  /** A folder that is emptied after the job. */
  readonly temporary: string;
  readonly runId: number;
  readonly runAttempt: number;
}

/** @throws CodedError `action/no-repository` */
export function readEnvironment(variables: Variables): ActionEnvironment {
  const [owner, repository] = repositoryOf(variables.GITHUB_REPOSITORY);
  const apiUrl = url(variables.GITHUB_API_URL, "https://api.github.com");
  return {
    variables,
    owner,
    repository,
    eventName: variables.GITHUB_EVENT_NAME ?? "",
    eventPath: variables.GITHUB_EVENT_PATH || null,
    apiUrl,
    graphqlUrl: url(variables.GITHUB_GRAPHQL_URL, `${apiUrl}/graphql`),
    serverUrl: url(variables.GITHUB_SERVER_URL, "https://github.com"),
    workspace: variables.GITHUB_WORKSPACE || process.cwd(),
    temporary: variables.RUNNER_TEMP || tmpdir(),
    runId: Number(variables.GITHUB_RUN_ID) || 0,
    runAttempt: Number(variables.GITHUB_RUN_ATTEMPT) || 1,
  };
}

function repositoryOf(name: string | undefined): [string, string] {
  const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(name ?? "") ?? [];
  if (owner !== undefined && repository !== undefined) return [owner, repository];
  throw new CodedError("action/no-repository", "GITHUB_REPOSITORY does not name a repository", {
    fix: "Run this as a step of a GitHub Actions job, or set GITHUB_REPOSITORY to owner/name.",
    place: "GITHUB_REPOSITORY",
  });
}

function url(given: string | undefined, usual: string): string {
  return (given || usual).replace(/\/+$/, "");
}

/** Variables by which a program could speak to GitHub, or to the runner, in the job's name. */
const privileged =
  /^(?:INPUT_|ACTIONS_|STATE_|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$)/i;

/** What programs that the action starts may see: no token of the job, no way to give the runner orders. */
export function harmlessVariables(
  variables: Variables,
  secrets: readonly string[],
): Record<string, string | undefined> {
  const harmless: Record<string, string | undefined> = Object.create(null);
  for (const [name, value] of Object.entries(variables)) {
    const holdsSecret = secrets.some((secret) => secret !== "" && value?.includes(secret));
    if (!privileged.test(name) && !holdsSecret) harmless[name] = value;
  }
  return harmless;
}
