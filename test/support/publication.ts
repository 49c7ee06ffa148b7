import { type GateSetup, passGate } from "@swarm-actions/gate";
import {
  type Author,
  type Conversation,
  type ExistingComment,
  type ExistingThread,
  type IgnoredFinding,
  outgoingOf,
  type PublicationDraft,
  type PublicationPlan,
  type PublicationSettings,
  type PullRequestFacts,
  planPublication,
  readPublished,
  withTexts,
} from "@swarm-actions/publication";
import {
  type Change,
  defaultReviewSettings,
  type Panel,
  type ReviewSettings,
  reviewChange,
} from "@swarm-actions/review";

export const self: Author = { login: "swarm[bot]", isBot: true, isSelf: true, association: "NONE" };
export const otherBot: Author = { ...self, login: "other[bot]", isSelf: false };
export const member: Author = {
  login: "ada",
  isBot: false,
  isSelf: false,
  association: "MEMBER",
};
export const outsider: Author = { ...member, login: "eve", association: "NONE" };

export const headSha = "0123456789".repeat(4);

export function pullRequestOf(overrides: Partial<PullRequestFacts> = {}): PullRequestFacts {
  return {
    owner: "octo",
    repository: "app",
    number: 7,
    nodeId: "PR_7",
    title: "Add a thing",
    body: "",
    author: member,
    state: "open",
    isDraft: false,
    headSha,
    headRef: "feature",
    headRepository: "octo/app",
    isFork: false,
    baseSha: "b".repeat(40),
    baseRef: "main",
    changedFiles: 1,
    labels: [],
    ...overrides,
  };
}

export function conversationOf(overrides: Partial<Conversation> = {}): Conversation {
  return {
    pullRequest: pullRequestOf(),
    comments: [],
    threads: [],
    reviews: [],
    checks: [],
    configText: null,
    ...overrides,
  };
}

export function commentOf(overrides: Partial<ExistingComment> = {}): ExistingComment {
  const id = overrides.id ?? 1;
  return { id, nodeId: `C_${id}`, author: self, body: "", canUpdate: true, ...overrides };
}

export function threadOf(overrides: Partial<ExistingThread> = {}): ExistingThread {
  return {
    nodeId: "T_1",
    path: "src/a.ts",
    line: 1,
    isResolved: false,
    isOutdated: false,
    canResolve: true,
    comments: [commentOf()],
    ...overrides,
  };
}

export function publishSettingsOf(
  overrides: Partial<PublicationSettings> = {},
): PublicationSettings {
  return {
    checkName: "pr-review",
    key: "main",
    failOn: "high",
    annotate: true,
    maxAnnotations: 200,
    maxComments: 30,
    runUrl: null,
    origin: "own-run",
    ...overrides,
  };
}

/** A gate with a scanner that finds nothing. */
const openGate: GateSetup = {
  policy: { allowedHosts: ["github.com"], maxTexts: {} },
  scanner: { scan: async () => [] },
  redact: (text) => text,
};

/** Takes a draft through the gate. */
export async function passDraft(
  draft: PublicationDraft,
  setup: GateSetup = openGate,
): Promise<PublicationPlan> {
  const verdict = await passGate(outgoingOf(draft), setup);
  if (verdict.status !== "passed") throw new Error(verdict.reasons.join("; "));
  return withTexts(draft, verdict.texts);
}

/** A conversation in which a plan has been carried out, as GitHub would give it at the next read. */
export function carryOut(conversation: Conversation, plan: PublicationPlan): Conversation {
  const comments = conversation.comments.map((comment) =>
    plan.summary.kind === "update" && plan.summary.id === comment.id
      ? { ...comment, body: plan.summary.body }
      : comment,
  );
  const created =
    plan.summary.kind === "create"
      ? [commentOf({ id: 1000 + comments.length, body: plan.summary.body })]
      : [];
  return {
    ...conversation,
    comments: [...comments, ...created],
    threads: [...resolved(conversation, plan), ...opened(conversation, plan)],
    checks: checksAfter(conversation, plan),
  };
}

function resolved({ threads }: Conversation, { resolve }: PublicationPlan): ExistingThread[] {
  const done = new Set(resolve.map(({ nodeId }) => nodeId));
  return threads.map((thread) =>
    done.has(thread.nodeId) ? { ...thread, isResolved: true } : thread,
  );
}

function opened({ threads }: Conversation, { review }: PublicationPlan): ExistingThread[] {
  const lines = review?.lines ?? [];
  const files = (review?.files ?? []).map((file) => ({ ...file, line: null }));
  return [...lines, ...files].map(({ path, line, body }, at) => {
    const id = 2000 + threads.length + at;
    return threadOf({ nodeId: `T_${id}`, path, line, comments: [commentOf({ id, body })] });
  });
}

function checksAfter({ checks }: Conversation, { check }: PublicationPlan): Conversation["checks"] {
  if (check === null) return checks;
  const { name, externalId, conclusion, updates } = check;
  const id = updates ?? 3000 + checks.length;
  const others = checks.filter((one) => one.id !== id);
  return [...others, { id, name, externalId, status: "completed", conclusion }];
}

export interface ReviewRun {
  readonly change: Change;
  readonly panel: Panel;
  readonly settings?: Partial<PublicationSettings>;
  readonly review?: Partial<ReviewSettings>;
  readonly ignored?: readonly IgnoredFinding[];
  readonly headSha?: string;
}

/** One run of a review on a conversation: what it plans, and the conversation after it. */
export async function runReview(
  conversation: Conversation,
  run: ReviewRun,
): Promise<{ readonly plan: PublicationPlan; readonly after: Conversation }> {
  const settings = publishSettingsOf(run.settings);
  const here = at(conversation, run.headSha);
  const last = readPublished(here, settings.key, settings.origin);
  const result = await reviewChange({
    change: run.change,
    panel: run.panel,
    settings: { ...defaultReviewSettings, ...run.review },
    panelDigest: "5".repeat(64),
    previous: last.state,
  });
  const report = { result, change: run.change, rules: [], tool: { version: "0.1.0" } };
  const ignored = [...last.ignored, ...(run.ignored ?? [])];
  const draft = planPublication({ conversation: here, report, settings, ignored });
  const plan = await passDraft(draft);
  return { plan, after: carryOut(here, plan) };
}

/** A push leaves the checks with the commit before. */
function at(conversation: Conversation, sha: string | undefined): Conversation {
  if (sha === undefined || sha === conversation.pullRequest.headSha) return conversation;
  const pullRequest = { ...conversation.pullRequest, headSha: sha };
  return { ...conversation, pullRequest, checks: [] };
}
