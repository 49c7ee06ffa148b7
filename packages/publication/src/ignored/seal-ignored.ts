import { Buffer } from "node:buffer";
import { cutText, digest } from "@swarm-actions/core";
import { z } from "zod";
import type { IgnoredFinding } from "../input.ts";
import { type HiddenLine, writeHiddenLine } from "../markers/hidden-line.ts";

const version = "1";

/** UTF-8 bytes of all of them; a third more once packed. */
const roomForAll = 4500;
const longest = { reason: 300, login: 60 } as const;

const schema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[0-9a-f]{16}$/),
      reason: z.string().max(longest.reason),
      by: z.string().max(longest.login),
    }),
  )
  .max(1000);

/** The list cut to what a comment can hold, and what was left out. */
export interface FittedIgnored {
  readonly kept: readonly IgnoredFinding[];
  readonly dropped: readonly IgnoredFinding[];
}

/** Keeps the latest; of two for one finding, the later. */
export function fitIgnored(ignored: readonly IgnoredFinding[]): FittedIgnored {
  const latest = new Map(ignored.map((one) => [one.id, shorten(one)]));
  const kept: IgnoredFinding[] = [];
  const dropped: IgnoredFinding[] = [];
  let room = roomForAll;
  for (const one of [...latest.values()].reverse()) {
    room -= Buffer.byteLength(JSON.stringify(one)) + 1;
    (room > 0 ? kept : dropped).push(one);
  }
  return { kept: kept.reverse(), dropped: dropped.reverse() };
}

/** @param kept as `fitIgnored` gives it. */
export function sealIgnored(kept: readonly IgnoredFinding[]): string {
  const packed = Buffer.from(JSON.stringify(kept)).toString("base64");
  return writeHiddenLine("ignored", [version, checksumOf(packed), packed]);
}

/** Empty unless it is exactly what this program would have written. */
export function openIgnored({ parameters }: HiddenLine): readonly IgnoredFinding[] {
  const [written, checksum, packed = "", ...rest] = parameters;
  if (written !== version || rest.length > 0 || checksum !== checksumOf(packed)) return [];
  const read = schema.safeParse(parse(Buffer.from(packed, "base64").toString("utf8")));
  return read.success ? read.data : [];
}

function shorten({ id, reason, by }: IgnoredFinding): IgnoredFinding {
  const line = reason.toWellFormed().replace(/\s+/g, " ").trim();
  return { id, reason: cutText(line, longest.reason), by: cutText(by, longest.login) };
}

function checksumOf(packed: string): string {
  return digest(`ignored ${version} ${packed}`, 32);
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
