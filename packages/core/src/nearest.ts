import { distance } from "fastest-levenshtein";

/** The known name that a typing mistake most likely meant, or null when none is near. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  // A third of the letters may be wrong, two at least: "agnets" is near "agents", "x" is near nothing.
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const apart = distance(name.toLowerCase(), candidate.toLowerCase());
    if (apart < bestDistance && apart < candidate.length) [best, bestDistance] = [candidate, apart];
  }
  return best;
}
