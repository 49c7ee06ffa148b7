import { createHmac, randomUUID } from "node:crypto";
import { sign } from "@octokit/webhooks-methods";
import { messageOf } from "@swarm-actions/core";
import type { Webhook } from "../state/model.ts";
import type { WorldEvent } from "../state/world.ts";
import type { Delivery } from "./delivery.ts";

/** GitHub waits ten seconds for an answer. */
const timeoutMs = 10_000;

/** Sends an event to a webhook once, as GitHub does: signed, and never again. */
export async function deliver(
  hook: Webhook,
  event: WorldEvent,
  signal: AbortSignal,
): Promise<Delivery> {
  const body = JSON.stringify(event.payload);
  const id = randomUUID();
  const requestHeaders = { ...describe(hook, event, id), ...(await signatures(hook, body)) };
  const sent = { id, hookId: hook.id, event: event.name, url: hook.url, requestHeaders, body };
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const answer = await fetch(hook.url, {
      method: "POST",
      headers: requestHeaders,
      body,
      signal: limit,
      redirect: "manual",
    });
    await answer.body?.cancel();
    return { ...sent, status: answer.status, error: null };
  } catch (thrown) {
    return { ...sent, status: null, error: messageOf(thrown) };
  }
}

function describe(hook: Webhook, event: WorldEvent, id: string): Readonly<Record<string, string>> {
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/sandbox",
    "x-github-delivery": id,
    "x-github-event": event.name,
    "x-github-hook-id": String(hook.id),
    "x-github-hook-installation-target-id": String(event.repository.id),
    "x-github-hook-installation-target-type": "repository",
  };
}

async function signatures(
  { secret }: Webhook,
  body: string,
): Promise<Readonly<Record<string, string>>> {
  if (secret === null) return {};
  return {
    "x-hub-signature": `sha1=${createHmac("sha1", secret).update(body).digest("hex")}`,
    "x-hub-signature-256": await sign(secret, body),
  };
}
