/** Which pull request. */
export interface PullRequestPlace {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
}

/** As people write it: `owner/name#7`. */
export function nameOf({ owner, repository, number }: PullRequestPlace): string {
  return `${owner}/${repository}#${number}`;
}
