import type { Kit } from "@swarm-actions/action-kit";
import type { GitHubClient } from "@swarm-actions/github";
import type { Change } from "@swarm-actions/review";
import type { ApiUse } from "@swarm-actions/swarm";
import { type FoundTasks, findTasks } from "@swarm-actions/tasks";
import { type ChangeCommits, commitsOf, readChangeOf } from "../shared/change.ts";
import { programVariables } from "../shared/programs.ts";
import { readConfig } from "../shared/read-config.ts";
import { openGitHub } from "./open-github.ts";
import type { PlanInputs } from "./plan-inputs.ts";

/** The tasks, and of which change they are. */
export interface FoundWork extends FoundTasks {
  /** Null: of none. */
  readonly change: ChangeCommits | null;
  /** What it took of GitHub's API. */
  readonly api: ApiUse;
}

/** Asks the source for its tasks. @throws CodedError `tasks/…`, `git/…` */
export async function findWork(kit: Kit, inputs: Omit<PlanInputs, "groups">): Promise<FoundWork> {
  const { source, select, changed, token, review } = inputs;
  let change: Promise<Change> | null = null;
  let client: GitHubClient | null = null;
  const github = async (): Promise<GitHubClient> => {
    client ??= await openGitHub(kit, token);
    return client;
  };
  const read = (): Promise<Change> => {
    change ??= readChangeOf(kit.environment, inputs);
    return change;
  };
  const found = await findTasks(
    { source, select: select ?? "", changed },
    {
      directory: kit.environment.workspace,
      environment: programVariables(kit, token),
      redactor: kit.redactor,
      change: read,
      github,
      ignore: await ignoredPaths(kit, inputs),
      ...(review && {
        carried: async (whole) => {
          const { carriedOf } = await import("./carried.ts");
          return carriedOf(kit, { ...inputs, review }, whole, github);
        },
      }),
    },
    kit.signal,
  );
  const commits = change === null ? null : commitsOf(await change);
  return { ...found, change: commits, api: apiUseOf(client) };
}

/** Without a client nothing was asked. */
function apiUseOf(client: GitHubClient | null): ApiUse {
  if (client === null) return { requests: 0, limit: null };
  const { reads, writes, budget } = client.usage();
  const left = budget === null ? 0 : Math.max(0, budget.remainingAtStart - budget.used);
  const limit = budget === null ? null : { requests: budget.limit, left };
  return { requests: reads + writes, limit };
}

/** Only parts of a change are for a review, whose settings leave some out. */
async function ignoredPaths(
  kit: Kit,
  { source, config }: Pick<PlanInputs, "source" | "config">,
): Promise<readonly string[]> {
  if (source !== "hunks") return [];
  const { review } = await readConfig(kit.environment, config);
  return review.ignore;
}
