import type { IncomingHttpHeaders } from "node:http";

/** Offsets of bytes, both inclusive. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** The one range that a request asks for; null: all of it. Storage clients say `x-ms-range`. */
export function readRange(
  headers: IncomingHttpHeaders,
  length: number,
): ByteRange | "unsatisfiable" | null {
  const text = headers["x-ms-range"] ?? headers.range;
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(String(text ?? "")) ?? [];
  if (from === undefined || to === undefined || from + to === "") return null;
  // `-5` is the last five bytes.
  const first = from === "" ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === "" || to === "" ? length - 1 : Math.min(Number(to), length - 1);
  return first > last ? "unsatisfiable" : { first, last };
}
