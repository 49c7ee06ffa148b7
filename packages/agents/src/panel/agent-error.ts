import { CodedError, type CodedErrorOptions } from "@swarm-actions/core";
import type { Usage } from "@swarm-actions/review";

/** An agent's failure that was not free: what it had used by then is still accounted for. */
export class AgentError extends CodedError {
  readonly usage: Usage;

  constructor(code: string, message: string, options: CodedErrorOptions, usage: Usage) {
    super(code, message, options);
    this.usage = usage;
  }
}
