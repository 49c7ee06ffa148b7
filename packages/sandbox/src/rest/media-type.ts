import type { Call, Reply } from "../kernel/endpoint.ts";

/** What a caller wants instead of JSON: `diff` of `application/vnd.github.diff` or `….v3.diff`. */
export function mediaType(call: Call): string | null {
  const accept = call.headers.accept ?? "";
  const name = /application\/vnd\.github(?:\.v3)?\.(diff|patch|sha|raw|object)\b/.exec(accept)?.[1];
  return name ?? null;
}

/** An answer of that type. */
export function mediaReply(name: string, body: Buffer): Reply {
  const type = `application/vnd.github.v3.${name}; charset=utf-8`;
  return { status: 200, body, headers: { "content-type": type } };
}
