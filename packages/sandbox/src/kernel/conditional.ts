import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Reply } from "./endpoint.ts";

/** A weak tag of the content, different for each credential and form of answer, as GitHub's is. */
export function etagOf(body: Buffer, headers: IncomingHttpHeaders): string {
  const hash = createHash("sha256").update(body);
  for (const name of ["authorization", "accept"] as const) hash.update(`\0${headers[name] ?? ""}`);
  return `W/"${hash.digest("hex")}"`;
}

/** Whether the caller has this content already. */
export function isKnown(etag: string, headers: IncomingHttpHeaders): boolean {
  const known = (headers["if-none-match"] ?? "").split(",").map((one) => plain(one.trim()));
  return known.includes("*") || known.includes(plain(etag));
}

export function notModified(etag: string): Reply {
  return { status: 304, body: null, headers: { etag } };
}

function plain(etag: string): string {
  return etag.replace(/^W\//, "");
}
