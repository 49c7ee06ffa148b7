import { createHash } from "node:crypto";

/** The first `length` hexadecimal digits (default all 64) of the SHA-256 of `text` as UTF-8. */
export function digest(text: string, length = 64): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, length);
}
