import { counted } from "@swarm-actions/display";
import type { Change } from "@swarm-actions/review";

/** What people call the change; raw, make it visible before showing it. */
export function changeTitle({ title }: Change): string {
  return title === "" ? "Review of a change" : title;
}

/** The commits it lies between, `1a2b3c4d5e → 6f7a8b9c0d` or `since 1a2b3c4d5e`; null without any. */
export function commitRange({ baseSha, headSha }: Change): string | null {
  if (baseSha === null) return null;
  const base = baseSha.slice(0, 10);
  return headSha === null ? `since ${base}` : `${base} → ${headSha.slice(0, 10)}`;
}

/** `7 files`, `+61 −8 lines`. */
export function changeSize({ files }: Change): readonly [string, string] {
  let added = 0;
  let deleted = 0;
  for (const line of files.flatMap(({ diff }) => diff.hunks.flatMap(({ lines }) => lines))) {
    if (line.kind === "added") added++;
    if (line.kind === "deleted") deleted++;
  }
  const lines = `+${added.toLocaleString("en-US")} −${deleted.toLocaleString("en-US")} lines`;
  return [counted(files.length, "file"), lines];
}
