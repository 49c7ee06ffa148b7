import type { Outgoing } from "@swarm-actions/gate";
import { type Conversation, writeHiddenLine } from "@swarm-actions/publication";

/** A reply, which knows which comment it answers. */
export function replyText(comment: number, text: string): Outgoing {
  const hidden = { text: markerFor(comment), packed: "", required: true };
  return { name: "reply", kind: "comment", text, hidden: [hidden] };
}

/** Whether a comment has our reply already, as after a rerun of the same event. */
export function isAnswered({ comments }: Conversation, comment: number): boolean {
  const marker = markerFor(comment);
  return comments.some(({ author, body }) => author.isSelf && body.includes(marker));
}

function markerFor(comment: number): string {
  return writeHiddenLine("reply", [String(comment)]);
}
