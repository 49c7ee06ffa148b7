import { z } from "zod";
import {
  type Call,
  type Endpoint,
  endpoint,
  type Permission,
  type Reply,
} from "../../kernel/endpoint.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { created, noContent, ok } from "../../kernel/reply.ts";
import { addReaction, removeReaction } from "../../operations/reactions.ts";
import { presentReaction } from "../../present/reaction.ts";
import { type Access, type Reaction, reactionContents } from "../../state/model.ts";
import { pageReply } from "../page-reply.ts";
import { numberIn } from "../params.ts";

interface Reactable {
  readonly reactions: Reaction[];
}

/** The three endpoints of something that is reacted to: create, list, delete. */
export function reactionEndpoints(
  path: string,
  permissions: readonly string[],
  find: (call: Call) => Reactable,
): readonly Endpoint[] {
  const permission = (access: Access): Permission =>
    Object.fromEntries(permissions.map((name) => [name, access]));
  const create = endpoint({
    method: "POST",
    path: `${path}/reactions`,
    permission: permission("write"),
    body: z.object({ content: z.enum(reactionContents) }),
    handle: (call, { content }) => {
      const { reaction, isNew } = addReaction(call.world, call.token(), find(call), content);
      const shown = presentReaction(call.world, reaction);
      return isNew ? created(shown) : ok(shown);
    },
  });
  const list = endpoint({
    method: "GET",
    path: `${path}/reactions`,
    permission: permission("read"),
    handle: (call) => listReactions(call, find(call)),
  });
  const remove = endpoint({
    method: "DELETE",
    path: `${path}/reactions/{reaction_id}`,
    permission: permission("write"),
    handle: (call) => deleteReaction(call, find(call)),
  });
  return [create, list, remove];
}

function listReactions(call: Call, { reactions }: Reactable): Promise<Reply> {
  const content = call.query.get("content");
  const shown = reactions.filter((reaction) => content === null || reaction.content === content);
  return pageReply(call, shown, (reaction) => presentReaction(call.world, reaction));
}

/** Everyone takes back their own alone. */
function deleteReaction(call: Call, subject: Reactable): Reply {
  const id = numberIn(call, "reaction_id");
  const reaction = subject.reactions.find((reaction) => reaction.id === id);
  if (reaction === undefined) throw notFound();
  if (reaction.user.id !== call.token().actor.id) throw new Refusal(403, "Forbidden");
  removeReaction(call.token(), subject, reaction.content);
  return noContent();
}
