import type { Reaction, ReactionContent } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";

interface Reactable {
  readonly reactions: Reaction[];
}

/** A user gives each reaction once; the second time the first is answered, and `isNew` is false. */
export function addReaction(
  world: World,
  author: Author,
  { reactions }: Reactable,
  content: ReactionContent,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  const known = findOwn(reactions, author, content);
  if (known !== undefined) return { reaction: known, isNew: false };
  const reaction: Reaction = {
    id: world.nextId(),
    user: author.actor,
    content,
    createdAt: world.now(),
  };
  reactions.push(reaction);
  return { reaction, isNew: true };
}

/** Takes an author's own reaction back; null when there was none. */
export function removeReaction(
  author: Author,
  { reactions }: Reactable,
  content: ReactionContent,
): Reaction | null {
  const known = findOwn(reactions, author, content);
  if (known === undefined) return null;
  reactions.splice(reactions.indexOf(known), 1);
  return known;
}

function findOwn(
  reactions: readonly Reaction[],
  author: Author,
  content: ReactionContent,
): Reaction | undefined {
  return reactions.find(
    (reaction) => reaction.user.id === author.actor.id && reaction.content === content,
  );
}
