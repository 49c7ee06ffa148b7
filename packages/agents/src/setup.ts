import type { Redactor } from "@swarm-actions/core";

/** What an agent that reaches outside is given; built-ins need none of it. */
export interface AgentSetup {
  /** The checkout's absolute path; null when only a diff is at hand. */
  readonly root: string | null;
  /** The environment variables of the caller; an agent passes on only what its options name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Register every secret here before using it; panel output goes through it. */
  readonly redactor: Redactor;
}
