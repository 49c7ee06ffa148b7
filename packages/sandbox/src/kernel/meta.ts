import type { RateWindow } from "../state/model.ts";
import { anonymousWindow } from "./anonymous-window.ts";
import { authenticate } from "./authenticate.ts";
import { type Call, type Endpoint, endpoint } from "./endpoint.ts";
import { fullWindow, refresh } from "./rate-limit.ts";
import { ok } from "./reply.ts";

/** What is told of the limits. Asking is free. */
const readRateLimit = endpoint({
  method: "GET",
  path: "/rate_limit",
  handle: (call) => {
    const token = authenticate(call.world, call.headers);
    const core = show(call, token?.rest ?? anonymousWindow(call.world));
    const graphql = show(call, token?.graphql ?? fullWindow(call.world, 0));
    const search = show(call, fullWindow(call.world, token === null ? 10 : 30));
    return ok({ resources: { core, search, graphql }, rate: core });
  },
});

/** Where GitHub's services are: here, all of them. */
const readMeta = endpoint({
  method: "GET",
  path: "/meta",
  handle: () => {
    const here = ["127.0.0.1/32"];
    return ok({
      verifiable_password_authentication: false,
      hooks: here,
      web: here,
      api: here,
      git: here,
      actions: here,
    });
  },
});

export const metaEndpoints: readonly Endpoint[] = [readRateLimit, readMeta];

function show(call: Call, window: RateWindow): Readonly<Record<string, number>> {
  refresh(call.world, window);
  return {
    limit: window.limit,
    used: window.used,
    remaining: Math.max(0, window.limit - window.used),
    reset: Math.ceil(window.resetAt / 1000),
  };
}
