/** The prefixes of GitHub's global ids. */
const prefixes = {
  user: "U",
  bot: "BOT",
  organization: "O",
  app: "A",
  repository: "R",
  label: "LA",
  issue: "I",
  "pull-request": "PR",
  "issue-comment": "IC",
  review: "PRR",
  "review-thread": "PRRT",
  "review-comment": "PRRC",
  reaction: "REA",
  "check-suite": "CS",
  "check-run": "CR",
  status: "SC",
  "workflow-run": "WFR",
  artifact: "ART",
  commit: "C",
  tree: "T",
  blob: "B",
  ref: "REF",
} as const;

export type NodeKind = keyof typeof prefixes;

/** What a global id stands for. `part` tells things apart that share an id: an object or a ref of a repository. */
export interface NodeName {
  readonly kind: NodeKind;
  readonly id: number;
  readonly part: string | null;
}

const kinds = new Map(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as NodeKind]));

/**
 * The id of GraphQL's `id` and of REST's `node_id`. Git objects and refs are named by their repository's
 * id and by their hash or full name.
 */
export function nodeId(kind: NodeKind, id: number, part: string | null = null): string {
  const name = part === null ? String(id) : `${id}:${part}`;
  return `${prefixes[kind]}_${Buffer.from(name).toString("base64url")}`;
}

/** @returns Null when it is no id of ours. */
export function parseNodeId(text: string): NodeName | null {
  const match = /^([A-Z]{1,4})_([\w-]{1,2000})$/u.exec(text);
  const kind = kinds.get((match?.[1] ?? "") as (typeof prefixes)[NodeKind]);
  const name = /^(\d{1,15})(?::(.+))?$/su.exec(decode(match?.[2] ?? ""));
  if (kind === undefined || name === null) return null;
  return { kind, id: Number(name[1]), part: name[2] ?? null };
}

function decode(text: string): string {
  return Buffer.from(text, "base64url").toString();
}
