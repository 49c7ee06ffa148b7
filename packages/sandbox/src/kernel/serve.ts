import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { World } from "../state/world.ts";
import { answer, limitsOf } from "./answer.ts";
import { type EncodedReply, encodeReply } from "./encode-reply.ts";
import { errorReply, notFoundReply } from "./error-reply.ts";
import type { Exchange } from "./exchange.ts";
import type { FaultEffect } from "./fault.ts";
import type { FaultList } from "./fault-list.ts";
import { faultReply, spoiltReply } from "./fault-reply.ts";
import { readBody } from "./read-body.ts";
import { describeExchange } from "./record-exchange.ts";
import { describeRequest, type SandboxRequest } from "./request.ts";
import type { Match, Router } from "./router.ts";
import { type Extent, send, withStandingHeaders } from "./send.ts";

/** Answers outside the API: git, pages. Null: not for this one. */
export type SideDoor = (request: SandboxRequest) => Promise<EncodedReply | null>;

export interface ServeParts {
  readonly world: World;
  readonly router: Router;
  readonly faults: FaultList;
  readonly sideDoors: readonly SideDoor[];
  readonly record: (exchange: Exchange) => void;
  /** Ends what waits when the sandbox ends. */
  readonly signal: AbortSignal;
}

interface Answered {
  readonly route: string | null;
  readonly reply: EncodedReply;
}

/** One request from its first byte to the last of its answer. */
export async function serve(
  parts: ServeParts,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await read(incoming);
  if (request instanceof Error) return send(response, encodeReply(errorReply(request)), "all");
  const at = parts.world.now().getTime();
  const effect = parts.faults.strike(request.method, request.url);
  if (effect?.kind === "slow") await wait(effect.ms, undefined, { signal: parts.signal });
  const answered =
    refuse(parts, request, effect) ?? spoil(await find(parts, { ...request, effect }), effect);
  const reply = withStandingHeaders(answered.reply);
  const faulted = effect !== null && effect.kind !== "slow";
  parts.record(describeExchange({ request, route: answered.route, reply, faulted, at }));
  await send(response, reply, extentOf(effect));
}

/** A caller that goes away half-way is answered into the void. */
async function read(incoming: IncomingMessage): Promise<SandboxRequest | Error> {
  const { method = "GET", url = "/", headers } = incoming;
  try {
    return describeRequest(method, url, headers, await readBody(incoming));
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

async function find(parts: ServeParts, request: SandboxRequest): Promise<Answered> {
  try {
    for (const open of parts.sideDoors) {
      const reply = await open(request);
      if (reply !== null) return { route: null, reply };
    }
    const match = parts.router(request.method, request.path);
    if (match === null) return { route: null, reply: encodeReply(notFoundReply()) };
    return { route: match.endpoint.path, reply: await answer(parts.world, match, request) };
  } catch (thrown) {
    return { route: null, reply: encodeReply(errorReply(thrown)) };
  }
}

/** The answer of a fault that keeps the request from its endpoint. */
function refuse(
  { world, router }: ServeParts,
  request: SandboxRequest,
  effect: FaultEffect | null,
): Answered | null {
  const reply = effect === null ? null : faultReply(effect);
  if (reply === null) return null;
  const match = findMatch(router, request);
  if (match === null) return { route: null, reply: encodeReply(reply) };
  const headers = { ...limitsOf(world, match, request), ...reply.headers };
  return { route: match.endpoint.path, reply: encodeReply({ ...reply, headers }) };
}

function spoil(answered: Answered, effect: FaultEffect | null): Answered {
  const reply = spoiltReply(effect);
  return reply === null ? answered : { ...answered, reply: encodeReply(reply) };
}

function findMatch(router: Router, { method, path }: SandboxRequest): Match | null {
  try {
    return router(method, path);
  } catch {
    // A path that cannot be decoded has no endpoint.
    return null;
  }
}

function extentOf(effect: FaultEffect | null): Extent {
  if (effect?.kind === "lost") return "none";
  return effect?.kind === "cut" ? "half" : "all";
}
