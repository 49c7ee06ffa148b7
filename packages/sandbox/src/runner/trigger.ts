import { CodedError } from "@swarm-actions/core";
import { z } from "zod";
import { resolveCommit } from "../operations/git/resolve.ts";
import type { PullRequest, Repository, User } from "../state/model.ts";
import type { World } from "../state/world.ts";

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
  /** Its head is in another repository, so its run gets nothing but reading. */
  readonly fromFork: boolean;
  /** What the workflow runs on: `refs/pull/7/merge`, `refs/heads/main`. */
  readonly ref: string;
  /** The commit of `ref` when the event took place. */
  readonly sha: string;
  /** The commit that the run belongs to: of a pull request its head, else `sha`. */
  readonly headSha: string;
}

/** What is read of a payload. */
const payloads = z.looseObject({
  ref: z.string().optional(),
  sender: z.looseObject({ login: z.string() }).optional(),
  pull_request: z
    .looseObject({
      number: z.int(),
      head: z.looseObject({ sha: z.string() }),
      merge_commit_sha: z.string().nullish(),
      merged: z.boolean().optional(),
    })
    .optional(),
});
type Payload = z.infer<typeof payloads>;

/** @param name `owner/name`  @throws CodedError when the world does not hold what the event names */
export async function triggerOf(world: World, name: string, event: TriggerEvent): Promise<Trigger> {
  const repository = world.repositories.get(name.toLowerCase());
  if (repository === undefined) throw unknown(`the repository ${name}`);
  const payload = payloads.parse(event.payload);
  const actor = actorOf(world, repository, payload);
  const base = { repository, event, actor };
  if (event.name === "pull_request") return { ...base, ...onPullRequest(repository, payload) };
  const ref = refOf(repository, payload);
  const sha = await resolveCommit(repository, ref);
  if (sha === null) throw unknown(`the ref ${ref}`);
  return { ...base, pullRequest: null, fromFork: false, ref, sha, headSha: sha };
}

function onPullRequest(repository: Repository, { pull_request: shown }: Payload) {
  const pullRequest = repository.issues.get(shown?.number ?? 0)?.pullRequest;
  if (shown === undefined || pullRequest === undefined || pullRequest === null)
    throw unknown(`pull request ${shown?.number}`);
  return {
    pullRequest,
    fromFork: pullRequest.head.repository !== repository,
    // Once it is merged, what it starts runs for the branch that it was merged into.
    ref:
      shown.merged === true
        ? `refs/heads/${pullRequest.base.ref}`
        : `refs/pull/${shown.number}/merge`,
    // One that conflicts with its base has no commit that merges it.
    sha: shown.merge_commit_sha ?? shown.head.sha,
    headSha: shown.head.sha,
  };
}

function refOf(repository: Repository, { ref }: Payload): string {
  if (ref === undefined) return `refs/heads/${repository.defaultBranch}`;
  return ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
}

function actorOf(world: World, repository: Repository, { sender }: Payload): User {
  if (sender === undefined) return repository.owner;
  const bots = [...world.apps.values()].map(({ bot }) => bot);
  const known = [...world.users.values(), ...bots, repository.owner];
  const actor = known.find(({ login }) => login.toLowerCase() === sender.login.toLowerCase());
  if (actor === undefined) throw unknown(`the user ${sender.login}`);
  return actor;
}

function unknown(what: string): CodedError {
  return new CodedError("sandbox/unknown", `the sandbox does not know ${what}`, {
    fix: "Create it in the sandbox, or mend the event.",
  });
}
