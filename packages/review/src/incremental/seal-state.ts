import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { digest, messageOf } from "@swarm-actions/core";
import type { RefusedState } from "./model.ts";

const opening = "<!-- swarm-actions:state ";
const closing = " -->";
const version = "1";

/** GitHub's limit on a comment; a longer state did not come from one. */
const longestText = 65_536;

/** A state of ours is far below this once it is unpacked; a decompression bomb is not. */
const largestContent = 2_000_000;

/** 64 KiB, all of a usual state. A larger window makes packing several times slower and no smaller. */
const windowBits = 16;

/** Packs text into an HTML comment that shows nothing and can tell whether it was altered. */
export function seal(content: string): string {
  const packed = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: windowBits },
  }).toString("base64");
  return `${opening}${version} ${checksumOf(packed)} ${packed}${closing}`;
}

/** Takes the sealed text out of whatever surrounds it; `text` may be hostile. */
export function unseal(text: string): { readonly content: string } | RefusedState {
  const start = text.indexOf(opening);
  if (start === -1) return { refused: "no state of an earlier review was found" };
  if (text.lastIndexOf(opening) !== start) return { refused: "there is more than one state" };
  const end = text.indexOf(closing, start);
  if (end === -1) return { refused: "the state is cut off" };
  if (end - start > longestText) return { refused: "the state is too long" };
  return open(text.slice(start + opening.length, end).split(" "));
}

function open(parts: readonly string[]): { readonly content: string } | RefusedState {
  const [written, checksum, packed = "", ...rest] = parts;
  if (written !== version) return { refused: "the state has a version this program does not know" };
  if (rest.length > 0 || checksum !== checksumOf(packed)) {
    return { refused: "the state does not match its checksum" };
  }
  return unpack(packed);
}

function unpack(packed: string): { readonly content: string } | RefusedState {
  try {
    const bytes = brotliDecompressSync(Buffer.from(packed, "base64"), {
      maxOutputLength: largestContent,
    });
    return { content: bytes.toString("utf8") };
  } catch (thrown) {
    return { refused: `the state cannot be unpacked: ${messageOf(thrown)}` };
  }
}

function checksumOf(packed: string): string {
  return digest(`${opening}${version} ${packed}`, 32);
}
