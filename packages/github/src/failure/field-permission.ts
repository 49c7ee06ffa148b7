/** What GitHub asks for the fields of our documents, as it writes it in `x-accepted-github-permissions`. */
const needed: ReadonlyMap<string, string> = new Map([
  ["addComment", "pull_requests=write"],
  ["addPullRequestReview", "pull_requests=write"],
  ["addPullRequestReviewThread", "pull_requests=write"],
  ["deleteIssueComment", "pull_requests=write"],
  ["deletePullRequestReview", "pull_requests=write"],
  ["deletePullRequestReviewComment", "pull_requests=write"],
  ["minimizeComment", "pull_requests=write"],
  ["submitPullRequestReview", "pull_requests=write"],
  ["updateIssueComment", "pull_requests=write"],
  ["updatePullRequestReview", "pull_requests=write"],
  // Of all things: a token that may only write pull requests may not resolve their threads.
  ["resolveReviewThread", "contents=write"],
  ["checkSuites", "checks=read"],
  ["file", "contents=read"],
  ["pullRequest", "pull_requests=read"],
]);

/**
 * What was missing, by where in the answer GitHub says no; undefined where that tells nothing.
 * @param paths of the errors, with the aliases of the document
 */
export function permissionFor(
  paths: readonly (readonly (string | number)[])[],
  document: string,
): string | undefined {
  const aliases = new Map(
    [...document.matchAll(/\b(\w+): (\w+)\(/g)].map(([, alias = "", field = ""]) => [alias, field]),
  );
  const found = paths.map((path) =>
    path.map((step) => needed.get(aliases.get(String(step)) ?? String(step))).findLast(isKnown),
  );
  const all = [...new Set(found.filter(isKnown))].sort();
  return all.length === 0 ? undefined : all.join(",");
}

function isKnown(permission: string | undefined): permission is string {
  return permission !== undefined;
}
