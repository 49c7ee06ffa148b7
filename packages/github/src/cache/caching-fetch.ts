import { digest } from "@swarm-actions/core";
import type { Tally } from "../tally.ts";
import { type CacheEntry, mayBeKept } from "./cache-entry.ts";
import type { EtagCache } from "./etag-cache.ts";

/** A fetch that asks GitHub whether a known answer still holds, which costs nothing of the limit. */
export function cachingFetch(
  inner: typeof fetch,
  cache: EtagCache,
  identity: string,
  tally: Tally,
): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if ((init?.method ?? "GET") !== "GET" || !mayBeKept(url)) return inner(input, init);
    const headers = new Headers(init?.headers);
    const holder = digest(headers.get("authorization") ?? "", 8);
    const key = [identity, headers.get("accept") ?? "", url.href].join(" ");
    const known = await cache.get(key);
    if (known !== null) askWhether(headers, known, holder);
    const response = await inner(input, { ...init, headers });
    if (response.status === 304 && known !== null) {
      tally.cached++;
      cache.put({ ...known, holder, etag: response.headers.get("etag") ?? known.etag });
      return answered(response, known);
    }
    const fresh = await entryOf(response, key, holder);
    if (fresh !== null) cache.put(fresh);
    return response;
  };
}

/** A tag that another token was given means nothing to GitHub; a time does. */
function askWhether(headers: Headers, known: CacheEntry, holder: string): void {
  if (known.holder === holder) headers.set("if-none-match", known.etag);
  else if (known.lastModified !== null) headers.set("if-modified-since", known.lastModified);
}

function answered(response: Response, known: CacheEntry): Response {
  const headers = new Headers(response.headers);
  headers.set("content-type", known.contentType);
  if (known.link === null) headers.delete("link");
  else headers.set("link", known.link);
  const whole = new Response(known.body, { status: 200, headers });
  return Object.defineProperty(whole, "url", { value: response.url });
}

async function entryOf(
  response: Response,
  key: string,
  holder: string,
): Promise<CacheEntry | null> {
  const { status, headers } = response;
  const etag = headers.get("etag");
  const contentType = headers.get("content-type");
  if (status !== 200 || etag === null || contentType === null) return null;
  if (!/^(application\/json|text\/)|charset=utf-8/i.test(contentType)) return null;
  const body = await response.clone().text();
  const link = headers.get("link");
  return { key, etag, holder, lastModified: settledDate(headers), contentType, link, body };
}

/** Two changes may fall into one second, so that a time proves something only once it has passed for long. */
function settledDate(headers: Headers): string | null {
  const changed = headers.get("last-modified");
  const [then, now] = [changed, headers.get("date")].map((date) => Date.parse(date ?? ""));
  return then !== undefined && now !== undefined && now - then >= 60_000 ? changed : null;
}
