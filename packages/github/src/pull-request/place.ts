/** Which repository. */
export interface RepositoryPlace {
  readonly owner: string;
  readonly repository: string;
}

/** Which pull request. */
export interface PullRequestPlace extends RepositoryPlace {
  readonly number: number;
}

/** As people write it: `owner/name#7`. */
export function nameOf({ owner, repository, number }: PullRequestPlace): string {
  return `${owner}/${repository}#${number}`;
}
