import type { Edit } from "./edit.ts";
import type { Piece } from "./read-pieces.ts";

/** What GitHub draws from the text of a fence, with links and fetched tiles in it. */
const drawn = new Set(["mermaid", "geojson", "topojson", "stl", "math"]);

/** Keeps code that would be drawn as code. */
export function editFence({
  start,
  end,
  info,
}: Extract<Piece, { kind: "fence-info" }>): readonly Edit[] {
  if (!drawn.has(info.toLowerCase())) return [];
  return [{ start, end, rule: "link", replacement: "text" }];
}
