import { type ActionEvent, createKit } from "@swarm-actions/action-kit";
import type { ApiUsage, HeadFacts, Published, WorkflowRunFacts } from "@swarm-actions/github";
import type { Conversation, PublicationPlan } from "@swarm-actions/publication";
import type { Change } from "@swarm-actions/review";
import type { AnswerTexts } from "@swarm-actions/tasks";
import type { ReviewInputs } from "../../actions/pr-review/src/inputs.ts";
import type { Job } from "../../actions/pr-review/src/job.ts";
import type { Host } from "../../actions/pr-review/src/ports/host.ts";
import { changeOf } from "./change.ts";
import { createFakeRunner, type FakeRunner } from "./fake-runner.ts";
import { conversationOf, headSha } from "./publication.ts";

/** What a test says of GitHub and of the job; whatever it leaves out is ordinary. */
export interface FakeSetting {
  readonly conversation?: Conversation;
  readonly change?: Change;
  readonly inputs?: Partial<ReviewInputs>;
  readonly head?: Partial<HeadFacts>;
  readonly host?: Partial<Host>;
  /** What a swarm of the run left; default nothing. */
  readonly swarm?: AnswerTexts;
  /** What earlier reviews learned; default: the job is offered no cache. */
  readonly history?: NonNullable<Awaited<ReturnType<Job["openHistory"]>>>;
}

/** A job of `pr-review` whose GitHub only remembers what it was asked to write. */
export interface FakeJob extends Job {
  readonly runner: FakeRunner;
  readonly applied: readonly PublicationPlan[];
  /** `react 1 +1`, `reply 7 …`, `upload pr-review-1`. */
  readonly did: readonly string[];
  readonly uploads: readonly string[];
}

const usage: ApiUsage = { reads: 1, writes: 0, cached: 0, retries: 0, waitedMs: 0, budget: null };
const made = { id: 1, url: "https://github.test/1" };
const written: Published = {
  review: { status: "written", value: { ...made, moved: [] } },
  summary: { status: "written", value: made },
  check: { status: "written", value: made },
  threads: [],
};

export function createFakeJob(folder: string, setting: FakeSetting = {}): FakeJob {
  const { conversation = conversationOf(), inputs = {}, host = {} } = setting;
  const change = setting.change ?? changeOf({ "a.js": "one();\n" }, { "a.js": "debugger;\n" });
  const applied: PublicationPlan[] = [];
  const did: string[] = [];
  const uploads: string[] = [];
  const runner = createFakeRunner();
  const head = {
    headSha,
    state: "open",
    isDraft: false,
    newestComments: [],
    newestThreads: [],
    checks: [],
    pendingReview: null,
  };
  return {
    kit: createKit(runner, new AbortController().signal),
    inputs: { ...usualInputs, ...inputs },
    host: {
      ...unasked,
      readConversation: async () => conversation,
      readHead: async () => ({ ...head, ...setting.head }) as HeadFacts,
      apply: async (plan) => {
        applied.push(plan);
        return written;
      },
      react: async (comment, reaction) => void did.push(`react ${comment} ${reaction}`),
      reply: async (number, body) => {
        did.push(`reply ${number} ${body}`);
        return { status: "written", value: { id: 1 } };
      },
      limit: () => {},
      usage: () => usage,
      close: async () => {},
      ...host,
    },
    source: {
      readCheckout: async () => change,
      holdsFiles: async () => true,
      fetch: () => Promise.reject(new Error("nothing was to be fetched")),
    },
    folder,
    upload: async (name, content) => {
      did.push(`upload ${name}`);
      uploads.push(content);
    },
    openHistory: async () => setting.history ?? null,
    readSwarm: async (name) => {
      did.push(`read ${name}`);
      return setting.swarm ?? null;
    },
    runner,
    applied,
    did,
    uploads,
  };
}

const usualInputs: ReviewInputs = {
  token: "not-a-token",
  mode: "auto",
  configPath: ".github/swarm.yml",
  failOn: null,
  pullRequest: null,
  key: "pr-review",
  artifact: "pr-review",
  swarmArtifact: null,
  dryRun: false,
};

const never = (what: string) => () => Promise.reject(new Error(`${what} was not to be asked`));

const unasked = {
  readDiff: never("the diff"),
  readMergeBase: never("the merge base"),
  readPermission: never("a permission"),
  readRun: never("a run"),
  findPullRequests: never("a pull request"),
  readArtifact: never("an artifact"),
} as const;

export function runOf(overrides: Partial<WorkflowRunFacts> = {}): WorkflowRunFacts {
  return {
    id: 9,
    attempt: 1,
    name: "analyze",
    path: ".github/workflows/analyze.yml",
    event: "pull_request",
    status: "completed",
    conclusion: "success",
    headSha,
    headBranch: "topic",
    headRepository: "someone/app",
    ...overrides,
  };
}

export function commentEventOf(
  body: string,
  overrides: Partial<Extract<ActionEvent, { name: "issue_comment" }>> = {},
): Extract<ActionEvent, { name: "issue_comment" }> {
  const comment = { id: 50, nodeId: "IC_50", body, author: "ada", isBot: false };
  const event = {
    name: "issue_comment",
    action: "created",
    number: 7,
    isPullRequest: true,
  } as const;
  return { ...event, comment, ...overrides };
}
