import type { Reply } from "./endpoint.ts";
import { notFound, Refusal } from "./refusal.ts";

const documentation = "https://docs.github.com/rest";

/** An error in the shape of GitHub's. What is no refusal is a fault of the sandbox, and a 500. */
export function errorReply(thrown: unknown): Reply {
  if (!(thrown instanceof Refusal)) return faultReply(thrown);
  const { status, message, errors, headers } = thrown;
  const details = errors.length === 0 ? {} : { errors };
  const body = { message, ...details, documentation_url: documentation, status: String(status) };
  return { status, body, headers };
}

export function notFoundReply(): Reply {
  return errorReply(notFound());
}

/** Told in full: whoever sees it is at work on the sandbox, or on what runs against it. */
function faultReply(thrown: unknown): Reply {
  const trace = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { status: 500, body: { message: `Fault of the sandbox: ${trace}`, status: "500" } };
}
