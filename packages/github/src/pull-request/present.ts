import type {
  Author,
  ExistingCheck,
  ExistingComment,
  ExistingReview,
  PullRequestFacts,
} from "@swarm-actions/publication";
import type {
  AuthoredAnswer,
  CheckAnswer,
  CommentAnswer,
  PullRequestAnswer,
  ReviewAnswer,
} from "./answers.ts";
import type { PullRequestPlace } from "./place.ts";

/** What GitHub calls an author whose account is gone. */
const ghost = "ghost";

function toAuthor({ author, authorAssociation, viewerDidAuthor }: AuthoredAnswer): Author {
  const isBot = author?.__typename === "Bot";
  return {
    login: restLogin(author?.login ?? ghost, isBot),
    isBot,
    isSelf: viewerDidAuthor,
    association: authorAssociation,
  };
}

/** REST, webhooks and people call a bot `name[bot]`; GraphQL leaves that out. */
function restLogin(login: string, isBot: boolean): string {
  return isBot && !login.endsWith("[bot]") ? `${login}[bot]` : login;
}

export function toComment(answer: CommentAnswer): ExistingComment {
  return {
    id: Number(answer.fullDatabaseId),
    nodeId: answer.id,
    author: toAuthor(answer),
    body: answer.body,
    canUpdate: answer.viewerCanUpdate,
  };
}

export function toReview(answer: ReviewAnswer): ExistingReview {
  return {
    id: Number(answer.fullDatabaseId),
    nodeId: answer.id,
    author: toAuthor(answer),
    state: answer.state,
    commitSha: answer.commit?.oid ?? "",
    body: answer.body,
  };
}

/** With the words of REST, which are those of a check's plan too. */
function toCheck(answer: CheckAnswer): ExistingCheck {
  return {
    id: answer.databaseId,
    name: answer.name,
    externalId: answer.externalId ?? "",
    status: answer.status.toLowerCase(),
    conclusion: answer.conclusion?.toLowerCase() ?? null,
  };
}

/** A push while this was read may have made another commit the last one; its checks are not the head's. */
export function toChecks({
  commits,
  headRefOid,
}: Pick<PullRequestAnswer, "commits" | "headRefOid">): ExistingCheck[] {
  const head = commits.nodes.find(({ commit }) => commit.oid === headRefOid);
  const suites = head?.commit.checkSuites?.nodes ?? [];
  return suites.flatMap(({ checkRuns }) => checkRuns?.nodes.map(toCheck) ?? []);
}

const states = { OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const;

export function toState(state: keyof typeof states): PullRequestFacts["state"] {
  return states[state];
}

export function toFacts(place: PullRequestPlace, answer: PullRequestAnswer): PullRequestFacts {
  return {
    ...place,
    nodeId: answer.id,
    title: answer.title,
    body: answer.body,
    author: toAuthor(answer),
    state: toState(answer.state),
    isDraft: answer.isDraft,
    headSha: answer.headRefOid,
    headRef: answer.headRefName,
    headRepository: answer.headRepository?.nameWithOwner ?? null,
    isFork: answer.isCrossRepository,
    baseSha: answer.baseRef?.target?.oid ?? answer.baseRefOid,
    baseRef: answer.baseRefName,
    changedFiles: answer.changedFiles,
    labels: answer.labels?.nodes.map(({ name }) => name) ?? [],
  };
}
