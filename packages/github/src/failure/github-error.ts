import { CodedError, type CodedErrorOptions } from "@swarm-actions/core";

export interface GitHubErrorOptions extends CodedErrorOptions {
  /** Of the answer; null when there was none. */
  readonly status: number | null;
}

/** What GitHub refused or could not do; `status` for those who have another way. */
export class GitHubError extends CodedError {
  readonly status: number | null;

  constructor(code: `github/${string}`, message: string, options: GitHubErrorOptions) {
    super(code, message, options);
    this.status = options.status;
  }
}
