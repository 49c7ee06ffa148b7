import type { RateWindow, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { anonymousWindow } from "./anonymous-window.ts";
import { etagOf, isKnown, notModified } from "./conditional.ts";
import { type EncodedReply, encodeReply } from "./encode-reply.ts";
import type { Reply } from "./endpoint.ts";
import { callerOf, enter } from "./enter.ts";
import { errorReply } from "./error-reply.ts";
import { exceeded, isSpent, rateHeaders, refund, spend } from "./rate-limit.ts";
import type { SandboxRequest } from "./request.ts";
import type { Match } from "./router.ts";

/** Answers a request that has found its endpoint, as GitHub would: errors, limits and tags included. */
export async function answer(
  world: World,
  match: Match,
  request: SandboxRequest,
): Promise<EncodedReply> {
  try {
    if (match.endpoint.entrance !== "token")
      return encodeReply(await ask(world, match, request, null));
    return await answerCaller(world, match, request, callerOf(world, match, request));
  } catch (thrown) {
    return encodeReply(errorReply(thrown));
  }
}

async function answerCaller(
  world: World,
  match: Match,
  request: SandboxRequest,
  token: Token | null,
): Promise<EncodedReply> {
  const resource = match.endpoint.path === "/graphql" ? "graphql" : "core";
  const window = windowOf(world, token, resource);
  const reply = await spendAndAsk(world, match, request, { token, resource, window });
  const encoded = encodeReply(reply);
  const final =
    request.method === "GET" && reply.status === 200 ? tagged(encoded, request, window) : encoded;
  return { ...final, headers: { ...rateHeaders(window, resource), ...final.headers } };
}

interface Caller {
  readonly token: Token | null;
  readonly resource: string;
  readonly window: RateWindow;
}

async function spendAndAsk(
  world: World,
  match: Match,
  request: SandboxRequest,
  caller: Caller,
): Promise<Reply> {
  const { token, resource, window } = caller;
  const free = match.endpoint.path === "/rate_limit";
  // Of GraphQL, a spent limit is an error among the others.
  if (resource === "graphql" && isSpent(world, window)) return spentQuery(token);
  try {
    if (!free) spend(world, window, token);
    return await ask(world, match, request, token);
  } catch (thrown) {
    return errorReply(thrown);
  }
}

async function ask(
  world: World,
  match: Match,
  request: SandboxRequest,
  token: Token | null,
): Promise<Reply> {
  return match.endpoint.answer(await enter(world, match, request, token));
}

function spentQuery(token: Token | null): Reply {
  return { status: 200, body: { errors: [{ type: "RATE_LIMITED", message: exceeded(token) }] } };
}

/** What the caller has already costs nothing. */
function tagged(reply: EncodedReply, request: SandboxRequest, window: RateWindow): EncodedReply {
  const etag = etagOf(reply.body, request.headers);
  if (!isKnown(etag, request.headers)) return { ...reply, headers: { etag, ...reply.headers } };
  refund(window);
  return encodeReply(notModified(etag));
}

function windowOf(world: World, token: Token | null, resource: string): RateWindow {
  if (token === null) return anonymousWindow(world);
  return resource === "graphql" ? token.graphql : token.rest;
}
