import { settled } from "../bodies-equal.ts";
import type { Comment } from "./pieces-document.ts";

/** The comments whose text a review does not have. */
export function missingFrom(
  comments: readonly Comment[],
  bodies: readonly string[],
): readonly Comment[] {
  const there = new Set(bodies.map(settled));
  return comments.filter(({ body }) => !there.has(settled(body)));
}
