import { type Reaction, reactionContents } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant } from "./instant.ts";
import { nodeId } from "./node-id.ts";
import { presentUser } from "./user.ts";

export function presentReaction(world: World, reaction: Reaction): Record<string, unknown> {
  return {
    id: reaction.id,
    node_id: nodeId("Reaction", reaction.id),
    user: presentUser(world, reaction.user),
    content: reaction.content,
    created_at: instant(reaction.createdAt),
  };
}

/** How often each was given; `url` is that of what was reacted to. */
export function presentReactionCounts(
  url: string,
  reactions: readonly Reaction[],
): Record<string, unknown> {
  const counts = reactionContents.map((content) => [
    content,
    reactions.filter((reaction) => reaction.content === content).length,
  ]);
  return {
    url: `${url}/reactions`,
    total_count: reactions.length,
    ...Object.fromEntries(counts),
  };
}
