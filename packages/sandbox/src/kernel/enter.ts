import { authenticateApp } from "../apps/authenticate-app.ts";
import type { App, Repository, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { authenticate } from "./authenticate.ts";
import { authorize, unauthenticated } from "./authorize.ts";
import type { Call } from "./endpoint.ts";
import type { SandboxRequest } from "./request.ts";
import type { Match } from "./router.ts";
import { findRepository } from "./sight.ts";

/** Lets a request in to the endpoint it found. @throws Refusal 401, 403 or 404 as GitHub would */
export async function enter(
  world: World,
  match: Match,
  request: SandboxRequest,
  token: Token | null,
): Promise<Call> {
  const app =
    match.endpoint.entrance === "app" ? await authenticateApp(world, request.headers) : null;
  const repository = match.endpoint.entrance === "token" ? repositoryOf(world, match, token) : null;
  if (match.endpoint.entrance === "token") authorize(match.endpoint, token, repository);
  return createCall({ world, match, request, token, app, repository });
}

/** Who calls an endpoint for tokens; nobody at the others. */
export function callerOf(world: World, match: Match, request: SandboxRequest): Token | null {
  return match.endpoint.entrance === "token" ? authenticate(world, request.headers) : null;
}

interface CallParts {
  readonly world: World;
  readonly match: Match;
  readonly request: SandboxRequest;
  readonly token: Token | null;
  readonly app: App | null;
  readonly repository: Repository | null;
}

function createCall({ world, match, request, token, app, repository }: CallParts): Call {
  const { entrance, path } = match.endpoint;
  return {
    world,
    path: request.path,
    params: match.params,
    query: request.query,
    headers: request.headers,
    rawBody: request.body,
    effect: request.effect,
    token: () => {
      if (entrance !== "token") throw new Error(`${path} is not entered with a token`);
      if (token === null) throw unauthenticated();
      return token;
    },
    app: () => given(app, `${path} is not entered as an App`),
    repository: () => given(repository, `${path} is not in a repository`),
  };
}

function given<Value>(value: Value | null, otherwise: string): Value {
  if (value === null) throw new Error(otherwise);
  return value;
}

function repositoryOf(
  world: World,
  { endpoint, params }: Match,
  token: Token | null,
): Repository | null {
  const { owner, repo } = params;
  if (!endpoint.path.startsWith("/repos/{owner}/{repo}")) return null;
  return findRepository(world, owner ?? "", repo ?? "", token);
}
