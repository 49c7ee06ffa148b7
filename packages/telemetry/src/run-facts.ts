/** Which run of which workflow it was. What is null is not known, and left out. */
export interface RunFacts {
  /** `GITHUB_RUN_ID`, or anything that names this run. */
  readonly runId: string;
  /** `GITHUB_RUN_ATTEMPT`. */
  readonly attempt: number;
  /** The name of the workflow. */
  readonly pipeline: string;
  /** The page of the run. */
  readonly url: string | null;
  /** When it began, in milliseconds since 1970; null: with the first job that told. */
  readonly startedAt: number | null;
  readonly repository: RepositoryFacts | null;
}

/** Where the code is from. */
export interface RepositoryFacts {
  /** `github`. */
  readonly provider: string;
  readonly owner: string;
  readonly name: string;
  readonly url: string;
  /** The branch or tag. */
  readonly ref: string | null;
  /** The commit. */
  readonly revision: string | null;
  /** The number of the pull request. */
  readonly change: string | null;
}
