import { jwtVerify, SignJWT } from "jose";
import type { Call } from "../kernel/endpoint.ts";
import type { Repository, WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { backendIdOf } from "./backend-id.ts";
import { signingKeyOf } from "./signing-key.ts";
import { TwirpError } from "./twirp-error.ts";

/** One job of a workflow run, as the results service knows it. */
export interface Job {
  readonly run: WorkflowRun;
  /** Its backend id. */
  readonly id: string;
  /** Of the run: a job of an earlier one may still be at work. */
  readonly attempt: number;
}

/** What a runtime token lets its job do. */
export interface RuntimeScope {
  readonly job: Job;
  /** Whose caches it reads, in the order in which they are asked; the first is the one it writes. */
  readonly cacheRefs: readonly string[];
}

export interface RuntimeTokenOptions {
  readonly run: WorkflowRun;
  /** The job's id in its workflow. */
  readonly job: string;
  /** Default: the branch of the run, then the default branch. */
  readonly cacheRefs?: readonly string[];
  /** Default: six hours. */
  readonly lifetimeMs?: number;
}

const issuer = "https://token.actions.githubusercontent.com";

/** The `ACTIONS_RUNTIME_TOKEN` of a job: good for what its own run stores, and for nothing else. */
export function createRuntimeToken(world: World, options: RuntimeTokenOptions): Promise<string> {
  const { run, job } = options;
  const runId = backendIdOf(run);
  const seconds = Math.floor(world.now().getTime() / 1000);
  const scopes = `Actions.Results:${runId}:${backendIdOf(run, `${job}#${run.attempt}`)}`;
  return new SignJWT({
    scp: scopes,
    run: run.id,
    attempt: run.attempt,
    repository: run.repository.id,
    ac: JSON.stringify(cacheScopes(run, options.cacheRefs)),
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(issuer)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + Math.floor((options.lifetimeMs ?? 6 * 3_600_000) / 1000))
    .sign(signingKeyOf(world));
}

function cacheScopes(run: WorkflowRun, refs: readonly string[] | undefined): object[] {
  const own = refs ?? [`refs/heads/${run.headBranch}`];
  const all = new Set([...own, `refs/heads/${run.repository.defaultBranch}`]);
  return [...all].map((ref, index) => ({ Scope: ref, Permission: index === 0 ? 3 : 1 }));
}

/** Reads the token of a call. @throws TwirpError `unauthenticated` when it is missing, forged or expired */
export async function readRuntimeToken(call: Call): Promise<RuntimeScope> {
  const claims = await verify(call);
  const run = findRun(call.world, claims.repository, claims.run);
  const [, runId, id] = String(claims.scp).split(":");
  if (run === null || id === undefined || runId !== backendIdOf(run)) throw unauthenticated();
  const cacheRefs = (JSON.parse(String(claims.ac)) as { Scope: string }[]).map((one) => one.Scope);
  return { job: { run, id, attempt: Number(claims.attempt) }, cacheRefs };
}

async function verify(call: Call): Promise<Readonly<Record<string, unknown>>> {
  const [, token] = /^Bearer (.+)$/i.exec(call.headers.authorization ?? "") ?? [];
  if (token === undefined) throw unauthenticated();
  try {
    const { payload } = await jwtVerify(token, signingKeyOf(call.world), {
      issuer,
      currentDate: call.world.now(),
    });
    return payload;
  } catch {
    // Whatever is wrong with it, the caller learns only that it is not good.
    throw unauthenticated();
  }
}

function findRun(world: World, repositoryId: unknown, runId: unknown): WorkflowRun | null {
  const repositories: readonly Repository[] = [...world.repositories.values()];
  const repository = repositories.find(({ id }) => id === repositoryId);
  return repository?.workflowRuns.find(({ id }) => id === runId) ?? null;
}

function unauthenticated(): TwirpError {
  return new TwirpError("unauthenticated", "invalid or expired runtime token");
}
