import { Buffer } from "node:buffer";
import type { HiddenPart } from "@swarm-actions/gate";
import type { PanelFinding } from "@swarm-actions/review";
import { z } from "zod";
import { readHiddenLines, writeHiddenLine } from "./hidden-line.ts";

/** Who said what a comment says, and who could have said it and did not. */
export interface MarkedVotes {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Characters; the line has to stay short. */
const longest = 2000;
const names = z.array(z.string().min(1).max(100)).max(100);
const schema = z.tuple([names, names]);

/** What became of a finding is learned long after its last review: so its comment says who said it. */
export function markVotes({ votes: { yes, no } }: PanelFinding): readonly HiddenPart[] {
  const packed = JSON.stringify([yes, no]);
  const sealed = Buffer.from(packed).toString("base64");
  if (sealed.length > longest) return [];
  return [{ text: writeHiddenLine("votes", [sealed]), packed, required: false }];
}

/** Null where a comment says nothing of it, or nothing that this program would have written. */
export function readVotesMarker(body: string): MarkedVotes | null {
  const line = readHiddenLines(body).find(({ name }) => name === "votes");
  const [sealed = "", ...rest] = line?.parameters ?? [];
  if (rest.length > 0 || sealed.length > longest) return null;
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(sealed, "base64").toString("utf8")));
    return read.success ? { yes: read.data[0], no: read.data[1] } : null;
  } catch {
    return null;
  }
}
