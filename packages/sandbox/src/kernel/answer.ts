import type { RateWindow, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { anonymousWindow } from "./anonymous-window.ts";
import { etagOf, isKnown, notModified } from "./conditional.ts";
import { type EncodedReply, encodeReply } from "./encode-reply.ts";
import type { Reply } from "./endpoint.ts";
import { callerOf, enter } from "./enter.ts";
import { errorReply } from "./error-reply.ts";
import { exceeded, isSpent, rateHeaders, refund, spend } from "./rate-limit.ts";
import { Refusal } from "./refusal.ts";
import type { SandboxRequest } from "./request.ts";
import type { Match } from "./router.ts";

interface Asked {
  readonly world: World;
  readonly match: Match;
  readonly request: SandboxRequest;
  /** Null: nobody in particular, or an endpoint that is not entered with a token. */
  readonly token: Token | null;
}

/** Answers a request that has found its endpoint, as GitHub would: errors, limits and tags included. */
export async function answer(
  world: World,
  match: Match,
  request: SandboxRequest,
): Promise<EncodedReply> {
  try {
    if (match.endpoint.entrance === "token") requireUserAgent(request);
    const token = callerOf(world, match, request);
    const asked = { world, match, request, token };
    return match.endpoint.entrance === "token"
      ? await limited(asked)
      : encodeReply(await ask(asked));
  } catch (thrown) {
    return encodeReply(errorReply(thrown));
  }
}

/** What an answer that never reached its endpoint says of the caller's limits. */
export function limitsOf(
  world: World,
  match: Match,
  request: SandboxRequest,
): Readonly<Record<string, string>> {
  if (match.endpoint.entrance !== "token") return {};
  try {
    const token = callerOf(world, match, request);
    const resource = resourceOf(match);
    return rateHeaders(windowOf({ world, match, request, token }, resource), resource);
  } catch {
    // A caller that is not known has none.
    return {};
  }
}

/** What anyone may ask without end. */
const free = "/rate_limit";

async function limited(asked: Asked): Promise<EncodedReply> {
  const { match, request } = asked;
  const resource = resourceOf(match);
  const window = windowOf(asked, resource);
  const reply = encodeReply(await askWithin(asked, window));
  const may = request.method === "GET" && reply.status === 200 && match.endpoint.path !== free;
  const final = may ? tagged(reply, request, window) : reply;
  return { ...final, headers: { ...rateHeaders(window, resource), ...final.headers } };
}

async function askWithin(asked: Asked, window: RateWindow): Promise<Reply> {
  const { world, match, token } = asked;
  const { path } = match.endpoint;
  // Of GraphQL, a spent limit is an error among the others.
  if (path === "/graphql" && token !== null && isSpent(world, window)) return spentQuery(token);
  try {
    if (path !== free) spend(world, window, token);
    return await ask(asked);
  } catch (thrown) {
    return errorReply(thrown);
  }
}

async function ask({ world, match, request, token }: Asked): Promise<Reply> {
  return match.endpoint.answer(await enter(world, match, request, token));
}

function spentQuery(token: Token): Reply {
  return { status: 200, body: { errors: [{ type: "RATE_LIMITED", message: exceeded(token) }] } };
}

/** What the caller has already costs nothing. */
function tagged(reply: EncodedReply, request: SandboxRequest, window: RateWindow): EncodedReply {
  const etag = etagOf(reply.body, request.headers);
  if (!isKnown(etag, request.headers)) return { ...reply, headers: { etag, ...reply.headers } };
  refund(window);
  return encodeReply(notModified(etag));
}

function resourceOf({ endpoint }: Match): string {
  return endpoint.path === "/graphql" ? "graphql" : "core";
}

function windowOf({ world, token }: Asked, resource: string): RateWindow {
  if (token === null) return anonymousWindow(world);
  return resource === "graphql" ? token.graphql : token.rest;
}

/** GitHub serves no client that does not say what it is. */
function requireUserAgent({ headers }: SandboxRequest): void {
  if (headers["user-agent"] !== undefined) return;
  const message = "Request forbidden by administrative rules.";
  const advice = "Please make sure your request has a User-Agent header.";
  throw new Refusal(403, `${message} ${advice}`);
}
