import { Buffer } from "node:buffer";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { canonicalJson, digest } from "@swarm-actions/core";
import type { HiddenPart } from "@swarm-actions/gate";
import type { PanelFinding } from "@swarm-actions/review";
import { z } from "zod";
import { type HiddenLine, writeHiddenLine } from "../markers/hidden-line.ts";
import { type PublishedFinding, publishedFinding, publishFinding } from "./published-finding.ts";

const version = "1";
const longestLine = 8000;

/** A list of ours is far below this once it is unpacked; a decompression bomb is not. */
const largestContent = 2_000_000;

/**
 * The findings as a hidden line. Where there are too many, first what they say is left out, then the
 * mildest.
 */
export function sealFindings(
  findings: readonly PanelFinding[],
  redact: (text: string) => string,
): HiddenPart {
  const whole = findings.slice(0, 1000).map((finding) => publishFinding(finding, redact));
  const bare = whole.map((finding) => ({ ...finding, message: "" }));
  let kept: readonly PublishedFinding[] = whole;
  let line = seal(kept);
  for (kept = bare; line.length > longestLine; kept = kept.slice(0, Math.floor(kept.length / 2))) {
    line = seal(kept);
  }
  return { text: line, packed: canonicalJson(whole), required: false };
}

/** Empty unless it is what this program would have written. */
export function openFindings({ parameters }: HiddenLine): readonly PublishedFinding[] {
  const [written, checksum, packed = "", ...rest] = parameters;
  if (written !== version || rest.length > 0 || checksum !== checksumOf(packed)) return [];
  const read = z.array(publishedFinding).max(1000).safeParse(unpack(packed));
  return read.success ? read.data : [];
}

function seal(findings: readonly PublishedFinding[]): string {
  const packed = brotliCompressSync(canonicalJson(findings), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
  }).toString("base64");
  return writeHiddenLine("findings", [version, checksumOf(packed), packed]);
}

function checksumOf(packed: string): string {
  return digest(`findings ${version} ${packed}`, 32);
}

function unpack(packed: string): unknown {
  try {
    const bytes = brotliDecompressSync(Buffer.from(packed, "base64"), {
      maxOutputLength: largestContent,
    });
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}
