import type { GitHubConfig } from "@swarm-actions/config";
import type {
  ApiUsage,
  DiffAnswer,
  HeadFacts,
  LastLook,
  Made,
  Permission,
  Published,
  PullRequestPlace,
  Reaction,
  WorkflowRunFacts,
  Written,
} from "@swarm-actions/github";
import type { Conversation, PublicationPlan, PullRequestFacts } from "@swarm-actions/publication";

/** What this action asks of GitHub, for one repository. Everything may throw a GitHubError. */
export interface Host {
  readonly readConversation: (number: number) => Promise<Conversation>;
  readonly readDiff: (pullRequest: PullRequestFacts) => Promise<DiffAnswer>;
  /** The commit where base and head parted. */
  readonly readMergeBase: (pullRequest: PullRequestFacts) => Promise<string>;
  readonly readHead: (number: number) => Promise<HeadFacts>;
  /** @param look what the last look showed; null: nobody looked. */
  readonly apply: (plan: PublicationPlan, look: LastLook | null) => Promise<Published>;
  readonly readPermission: (login: string) => Promise<Permission>;
  readonly react: (comment: number, reaction: Reaction) => Promise<unknown>;
  readonly reply: (number: number, body: string) => Promise<Written<Pick<Made, "id">>>;
  readonly readRun: (runId: number) => Promise<WorkflowRunFacts>;
  /** Those that are open and have the run's commit as their head. */
  readonly findPullRequests: (run: WorkflowRunFacts) => Promise<readonly PullRequestPlace[]>;
  /** The zip of the run's only artifact of that name, at most `limit` bytes. Null when there is none. */
  readonly readArtifact: (runId: number, name: string, limit: number) => Promise<Uint8Array | null>;
  /** Settles how much the rest of the run may use. */
  readonly limit: (settings: GitHubConfig) => void;
  readonly usage: () => ApiUsage;
  readonly close: () => Promise<void>;
}
