import { pullRequestsOf } from "../../operations/find.ts";
import type { Issue, PullRequest, Repository } from "../../state/model.ts";
import { mayRead } from "../access.ts";
import { connection } from "../connection.ts";
import { unresolved } from "../fault.ts";
import { type Fields, numberOf, textOf, textsOf, withArguments } from "../fields.ts";
import { stateOf } from "./pull-request-state.ts";

/** The issues and pull requests of a repository. */
export const repositoryConversationFields: Fields<Repository> = {
  pullRequest: withArguments(["number"], (repository, args, context) => {
    mayRead(context, repository, { pull_requests: "read" });
    const number = numberOf(args, "number") ?? 0;
    const found = repository.issues.get(number)?.pullRequest ?? null;
    if (found === null) throw unresolved(`a PullRequest with the number of ${number}.`);
    return found;
  }),
  issue: withArguments(["number"], (repository, args, context) => {
    mayRead(context, repository, { issues: "read" });
    const number = numberOf(args, "number") ?? 0;
    const found = repository.issues.get(number);
    if (found === undefined || found.pullRequest !== null) {
      throw unresolved(`an Issue with the number of ${number}.`);
    }
    return found;
  }),
  issueOrPullRequest: withArguments(["number"], (repository, args, context) => {
    mayRead(context, repository, { issues: "read", pull_requests: "read" });
    const number = numberOf(args, "number") ?? 0;
    const found = repository.issues.get(number);
    if (found === undefined) {
      throw unresolved(`an issue or pull request with the number of ${number}.`);
    }
    return found.pullRequest ?? found;
  }),
  issues: connection<Repository, Issue>(
    (repository, args, context) => {
      mayRead(context, repository, { issues: "read" });
      const states = textsOf(args, "states");
      return [...repository.issues.values()].filter(
        ({ pullRequest, state }) =>
          pullRequest === null && (states?.includes(state.toUpperCase()) ?? true),
      );
    },
    { args: ["states"] },
  ),
  pullRequests: connection<Repository, PullRequest>(
    (repository, args, context) => {
      mayRead(context, repository, { pull_requests: "read" });
      const base = textOf(args, "baseRefName");
      const head = textOf(args, "headRefName");
      const states = textsOf(args, "states");
      return pullRequestsOf(repository).filter(
        (one) =>
          (base === null || one.base.ref === base) &&
          (head === null || one.head.ref === head) &&
          (states?.includes(stateOf(one)) ?? true),
      );
    },
    { args: ["baseRefName", "headRefName", "states"] },
  ),
};
