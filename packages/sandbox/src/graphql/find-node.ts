import { commentsOf, isVisible, pullRequestsOf, reviewCommentsOf } from "../operations/find.ts";
import { type NodeKind, readNodeId } from "../present/node-id.ts";
import type { Repository, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { sees } from "./access.ts";
import type { GraphqlContext } from "./context.ts";
import { findRef } from "./git/find-ref.ts";
import { findByHash } from "./git/read-object.ts";
import { labelOf, type Reactable, type ReactionOf } from "./sources.ts";
import { reactionsOf } from "./types/reactable.ts";

type Find = (repository: Repository, id: number, token: Token) => unknown;

/** Where the things of a repository are, by the kind of their ids. */
const finders: Readonly<Partial<Record<NodeKind, Find>>> = {
  Repository: (repository, id) => (repository.id === id ? repository : undefined),
  Issue: ({ issues }, id) => byId([...issues.values()], id),
  PullRequest: (repository, id) => byId(pullRequestsOf(repository), id),
  IssueComment: (repository, id) => byId(commentsOf(repository), id),
  PullRequestReview: (repository, id, token) =>
    pullRequestsOf(repository)
      .flatMap(({ reviews }) => reviews)
      .find((review) => review.id === id && isVisible(review, token)),
  PullRequestReviewThread: (repository, id, token) =>
    pullRequestsOf(repository)
      .flatMap(({ threads }) => threads)
      .find((one) => one.id === id && one.comments.some(({ review }) => isVisible(review, token))),
  PullRequestReviewComment: (repository, id, token) =>
    reviewCommentsOf(pullRequestsOf(repository)).find(
      (comment) => comment.id === id && isVisible(comment.review, token),
    ),
  Label: (repository, id) => {
    const label = byId(repository.labels, id);
    return label === undefined ? undefined : labelOf(repository, label);
  },
  CheckSuite: ({ checkSuites }, id) => byId(checkSuites, id),
  CheckRun: ({ checkSuites }, id) =>
    byId(
      checkSuites.flatMap(({ runs }) => runs),
      id,
    ),
  StatusContext: (repository, id) => {
    const status = byId(repository.statuses, id);
    return status === undefined ? undefined : { kind: "status", id, repository, status };
  },
  Reaction: (repository, id) => findReaction(repository, id),
};

/** What a global id stands for, as far as the caller may know of it; null otherwise. */
export async function findNode(context: GraphqlContext, text: string): Promise<unknown> {
  const name = readNodeId(text);
  if (name === null) return null;
  const { world, token } = context;
  if (["User", "Bot", "Organization"].includes(name.kind)) {
    return findActor(world, name.kind, Number(name.key));
  }
  if (name.kind === "App") return world.apps.get(Number(name.key)) ?? null;
  const repositories = [...world.repositories.values()].filter((one) => sees(context, one));
  const [, repositoryId, part] = /^(\d+):(.+)$/su.exec(name.key) ?? [];
  if (part !== undefined) {
    const repository = byId(repositories, Number(repositoryId));
    return repository === undefined ? null : findGitNode(repository, name.kind, part);
  }
  for (const repository of repositories) {
    const found = finders[name.kind]?.(repository, Number(name.key), token);
    if (found !== undefined) return found;
  }
  return null;
}

function byId<Item extends { readonly id: number }>(
  items: readonly Item[],
  id: number,
): Item | undefined {
  return items.find((item) => item.id === id);
}

function findActor({ users, actionsApp }: World, kind: NodeKind, id: number): unknown {
  const found = [...users.values(), actionsApp.bot].find((user) => user.id === id);
  return found?.type === kind ? found : null;
}

function findGitNode(repository: Repository, kind: NodeKind, part: string): Promise<unknown> {
  return kind === "Ref" ? findRef(repository, part) : findByHash(repository, part);
}

function findReaction(repository: Repository, id: number): ReactionOf | undefined {
  const subjects: readonly Reactable[] = [
    ...repository.issues.values(),
    ...commentsOf(repository),
    ...reviewCommentsOf(pullRequestsOf(repository)),
  ];
  for (const subject of subjects) {
    const reaction = byId(reactionsOf(subject), id);
    if (reaction !== undefined) return { kind: "reaction", id, subject, reaction };
  }
  return undefined;
}
