import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

/** More than any artifact of a test, and less than memory. */
const limit = 256 * 1024 * 1024;

/** All that a request carries, as it came. @throws Refusal 413 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Refusal(413, "Payload too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
