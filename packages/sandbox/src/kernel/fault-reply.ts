import { STATUS_CODES } from "node:http";
import type { Reply } from "./endpoint.ts";
import type { FaultEffect } from "./fault.ts";

const limits = "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api";

/** The answer of a fault that keeps the request from its work; null for those that let it work. */
export function faultReply(effect: FaultEffect): Reply | null {
  if (effect.kind === "rate-limit") return secondaryLimit(effect.status, effect.retryAfter);
  if (effect.kind !== "status") return null;
  const message = effect.message ?? STATUS_CODES[effect.status] ?? "Server Error";
  return { status: effect.status, body: { message, status: String(effect.status) } };
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
