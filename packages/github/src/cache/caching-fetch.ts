import type { Tally } from "../tally.ts";
import { mayBeKept } from "./cache-entry.ts";
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
    const key = [identity, headers.get("accept") ?? "", url.href].join(" ");
    const known = await cache.get(key);
    if (known !== null) headers.set("if-none-match", known.etag);
    const response = await inner(input, { ...init, headers });
    if (response.status === 304 && known !== null) {
      tally.cached++;
      return answered(response, known);
    }
    return kept(response, key, cache);
  };
}

type Known = NonNullable<Awaited<ReturnType<EtagCache["get"]>>>;

function answered(response: Response, known: Known): Response {
  const headers = new Headers(response.headers);
  headers.set("content-type", known.contentType);
  if (known.link === null) headers.delete("link");
  else headers.set("link", known.link);
  const whole = new Response(known.body, { status: 200, headers });
  return Object.defineProperty(whole, "url", { value: response.url });
}

async function kept(response: Response, key: string, cache: EtagCache): Promise<Response> {
  const etag = response.headers.get("etag");
  const contentType = response.headers.get("content-type");
  if (response.status !== 200 || etag === null || contentType === null) return response;
  if (!/^(application\/json|text\/)|charset=utf-8/i.test(contentType)) return response;
  const body = await response.clone().text();
  cache.put({ key, etag, contentType, link: response.headers.get("link"), body });
  return response;
}
