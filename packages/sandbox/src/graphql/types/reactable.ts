import { instant, instantOrNull } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import type { Reaction, ReactionContent } from "../../state/model.ts";
import { connection } from "../connection.ts";
import { type Fields, textOf } from "../fields.ts";
import type { Reactable, ReactionOf } from "../sources.ts";

/** REST's words for reactions, by GraphQL's. */
export const contents: ReadonlyMap<string, ReactionContent> = new Map([
  ["THUMBS_UP", "+1"],
  ["THUMBS_DOWN", "-1"],
  ["LAUGH", "laugh"],
  ["HOORAY", "hooray"],
  ["CONFUSED", "confused"],
  ["HEART", "heart"],
  ["ROCKET", "rocket"],
  ["EYES", "eyes"],
]);

/** All reactions of one sort to one thing. */
interface ReactionGroup {
  readonly subject: Reactable;
  readonly name: string;
  readonly reactions: readonly Reaction[];
}

export function reactionsOf(subject: Reactable): Reaction[] {
  return subject.kind === "pull-request" ? subject.issue.reactions : subject.reactions;
}

export function groupReactions(subject: Reactable): readonly ReactionGroup[] {
  return [...contents].map(([name, content]) => ({
    subject,
    name,
    reactions: reactionsOf(subject).filter((reaction) => reaction.content === content),
  }));
}

export function reactable<Source extends Reactable>(): Fields<Source> {
  return {
    reactionGroups: (subject) => groupReactions(subject),
    reactions: connection<Source, ReactionOf>(
      (subject, args) => {
        const wanted = contents.get(textOf(args, "content") ?? "");
        return reactionsOf(subject)
          .filter(({ content }) => wanted === undefined || content === wanted)
          .map((reaction) => ({ kind: "reaction", id: reaction.id, subject, reaction }));
      },
      { args: ["content"] },
    ),
    viewerCanReact: (subject) => !issueIsLocked(subject),
  };
}

function issueIsLocked(subject: Reactable): boolean {
  switch (subject.kind) {
    case "issue":
      return subject.locked;
    case "review-comment":
      return subject.thread.pullRequest.issue.locked;
    default:
      return subject.issue.locked;
  }
}

export const reactionFields: Fields<ReactionOf> = {
  id: ({ id }) => nodeId("Reaction", id),
  databaseId: ({ id }) => id,
  content: ({ reaction }) => nameOf(reaction.content),
  createdAt: ({ reaction }) => instant(reaction.createdAt),
  user: ({ reaction }) => reaction.user,
  reactable: ({ subject }) => subject,
};

export const reactionGroupFields: Fields<ReactionGroup> = {
  content: ({ name }) => name,
  createdAt: ({ reactions }) => instantOrNull(reactions[0]?.createdAt ?? null),
  subject: ({ subject }) => subject,
  users: connection(({ reactions }) => reactions.map(({ user }) => user)),
  reactors: connection(({ reactions }) => reactions.map(({ user }) => user)),
  viewerHasReacted: ({ reactions }, _args, { token }) =>
    reactions.some(({ user }) => user.id === token.actor.id),
};

function nameOf(content: ReactionContent): string {
  for (const [name, one] of contents) if (one === content) return name;
  throw new Error(`There is no reaction ${content}`);
}
