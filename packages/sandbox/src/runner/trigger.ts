import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CodedError } from "@swarm-actions/core";
import type { PullRequest, Repository, User } from "../state/model.ts";
import type { World } from "../state/world.ts";

const run = promisify(execFile);

/** An event as a workflow sees it. */
export interface TriggerEvent {
  readonly name: string;
  /** As GitHub would write it to `GITHUB_EVENT_PATH`. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What an event means for the run that it starts. */
export interface Trigger {
  readonly repository: Repository;
  readonly event: TriggerEvent;
  readonly actor: User;
  /** The pull request of a `pull_request` event; other events do not run for one. */
  readonly pullRequest: PullRequest | null;
  /** Its head is in another repository, so it gets nothing but reading. */
  readonly fromFork: boolean;
  /** What the workflow runs on: `refs/pull/7/merge`, `refs/heads/main`. */
  readonly ref: string;
  /** The commit that `ref` names. */
  readonly sha: string;
}

/** @param repository `owner/name`  @throws CodedError when the world does not hold what the event names */
export async function triggerOf(
  world: World,
  repository: string,
  event: TriggerEvent,
): Promise<Trigger> {
  const found = world.repositories.get(repository.toLowerCase());
  if (found === undefined) throw unknown(`the repository ${repository}`);
  const pullRequest = pullRequestOf(found, event);
  const ref = refOf(found, event, pullRequest);
  return {
    repository: found,
    event,
    actor: actorOf(world, found, event),
    pullRequest,
    fromFork: pullRequest !== null && pullRequest.head.repository !== found,
    ref,
    sha: await shaOf(found, ref, pullRequest),
  };
}

function pullRequestOf(repository: Repository, event: TriggerEvent): PullRequest | null {
  if (event.name !== "pull_request") return null;
  const { pull_request: shown } = event.payload;
  const number = isRecord(shown) ? Number(shown.number) : Number.NaN;
  const pullRequest = repository.issues.get(number)?.pullRequest ?? null;
  if (pullRequest === null) throw unknown(`pull request ${number}`);
  return pullRequest;
}

function refOf(repository: Repository, event: TriggerEvent, pull: PullRequest | null): string {
  if (pull !== null) return `refs/pull/${pull.issue.number}/merge`;
  const { ref } = event.payload;
  if (typeof ref !== "string") return `refs/heads/${repository.defaultBranch}`;
  return ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
}

function actorOf(world: World, repository: Repository, event: TriggerEvent): User {
  const { sender } = event.payload;
  const login = isRecord(sender) ? String(sender.login) : repository.owner.login;
  const actor = world.users.get(login.toLowerCase());
  if (actor === undefined) throw unknown(`the user ${login}`);
  return actor;
}

/** A pull request that conflicts with its base has no commit that merges it. */
async function shaOf(
  repository: Repository,
  ref: string,
  pull: PullRequest | null,
): Promise<string> {
  const sha = (await resolve(repository, ref)) ?? pull?.head.sha;
  if (sha === undefined) throw unknown(`the ref ${ref}`);
  return sha;
}

async function resolve(repository: Repository, ref: string): Promise<string | null> {
  const git = ["--git-dir", repository.gitDirectory, "rev-parse", "--verify", "--quiet"];
  try {
    return (await run("git", [...git, `${ref}^{commit}`])).stdout.trim();
  } catch (error) {
    // That is how git says that there is no such ref.
    if (error instanceof Error && "code" in error && error.code === 1) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function unknown(what: string): CodedError {
  return new CodedError("sandbox/unknown", `the sandbox does not know ${what}`, {
    fix: "Create it in the sandbox, or mend the event.",
  });
}
