import { canonicalJson, digest } from "@swarm-actions/core";
import type { Place, Remark } from "./model.ts";

/**
 * Identifies a remark by what it is about: path, rule, category, the text of the lines pointed at
 * with white space evened out, and `ordinal`, which counts identical ones in one file. Neither line
 * numbers nor the message take part, so it survives moved lines, a rebase, and another wording. A
 * renamed file goes by its new path: renaming a file gives its findings new fingerprints.
 * @param text the lines pointed at; empty for a file or the whole change.
 * @returns 16 hexadecimal digits.
 */
export function fingerprintOf(remark: Remark, text: string, ordinal: number): string {
  const { rule, category, place } = remark;
  const parts = [...subjectOf(place), rule, category, evenSpace(text), ordinal];
  return digest(canonicalJson(parts), 16);
}

function subjectOf(place: Place): readonly string[] {
  switch (place.kind) {
    case "lines":
      return [place.kind, place.path, place.side];
    case "file":
      return [place.kind, place.path];
    case "change":
      return [place.kind];
  }
}

function evenSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
