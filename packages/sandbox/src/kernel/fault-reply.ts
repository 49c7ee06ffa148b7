import { STATUS_CODES } from "node:http";
import type { Reply } from "./endpoint.ts";
import type { FaultEffect } from "./fault.ts";

const limits = "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api";

/** The answer of a fault that keeps the request from its work; null for those that let it work. */
export function faultReply(effect: FaultEffect): Reply | null {
  if (effect.kind === "rate-limit") return secondaryLimit(effect.status, effect.retryAfter);
  return effect.kind === "status" ? errorOf(effect) : null;
}

/** The answer of a fault that hides the work that was done; null for those that do not. */
export function spoiltReply(effect: FaultEffect | null): Reply | null {
  return effect?.kind === "spoilt" ? errorOf(effect) : null;
}

/** In the words of the REST API and of Twirp. */
function errorOf({ status, message }: { status: number; message?: string }): Reply {
  const said = message ?? STATUS_CODES[status] ?? "Server Error";
  const body = { message: said, status: String(status), code: "unavailable", msg: said };
  return { status, body };
}

function secondaryLimit(status: number, retryAfter: number | null): Reply {
  const message =
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  return {
    status,
    body: {
      message,
      documentation_url: `${limits}#about-secondary-rate-limits`,
      status: String(status),
    },
    headers: retryAfter === null ? {} : { "retry-after": String(retryAfter) },
  };
}
