/** What is known of the run that reads and keeps a history. */
export interface RunFacts {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly runId: number;
  readonly runAttempt: number;
  /** Where the job works. */
  readonly workspace: string;
}
