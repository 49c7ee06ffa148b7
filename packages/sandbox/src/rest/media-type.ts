import type { Call, Reply } from "../kernel/endpoint.ts";

/** What a caller wants instead of JSON: `diff` of `application/vnd.github.diff` or `….v3.diff`. */
export function mediaType(call: Call): string | null {
  const accept = call.headers.accept ?? "";
  const name = /application\/vnd\.github(?:\.v3)?\.(diff|patch|sha|raw|object)\b/.exec(accept)?.[1];
  return name ?? null;
}

/** An answer of that type, named as it was asked for. */
export function mediaReply(call: Call, name: string, body: Buffer): Reply {
  const version = call.headers.accept?.includes("github.v3.") === true ? "v3." : "";
  const type = `application/vnd.github.${version}${name}; charset=utf-8`;
  return { status: 200, body, headers: { "content-type": type } };
}
