/** The kinds of things that have a global id, by what their ids begin with. */
const prefixes = {
  User: "U",
  Bot: "BOT",
  Organization: "O",
  App: "A",
  Repository: "R",
  Ref: "REF",
  Commit: "C",
  Tree: "T",
  Blob: "B",
  Issue: "I",
  PullRequest: "PR",
  IssueComment: "IC",
  PullRequestReview: "PRR",
  PullRequestReviewThread: "PRRT",
  PullRequestReviewComment: "PRRC",
  Label: "LA",
  Reaction: "REA",
  CheckSuite: "CS",
  CheckRun: "CR",
  StatusContext: "SC",
  WorkflowRun: "WFR",
  Workflow: "W",
  Artifact: "AR",
} as const;

export type NodeKind = keyof typeof prefixes;

export interface NodeReference {
  readonly kind: NodeKind;
  /** A number in digits; of git's objects `<repository id>:<sha or ref>`. */
  readonly key: string;
}

/** What GitHub calls `node_id`, and GraphQL `id`. */
export function nodeId(kind: NodeKind, key: number | string): string {
  return `${prefixes[kind]}_${Buffer.from(String(key)).toString("base64url")}`;
}

/** What an id names; null when it is none. */
export function readNodeId(id: string): NodeReference | null {
  const parts = /^([A-Z]{1,4})_([\w-]+)$/.exec(id);
  const kind = kinds.get(parts?.[1] ?? "");
  if (kind === undefined) return null;
  return { kind, key: Buffer.from(parts?.[2] ?? "", "base64url").toString() };
}

const kinds = new Map<string, NodeKind>(
  Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as NodeKind]),
);
