import {
  type CheckRun,
  type IssueComment,
  issueCommentEvent,
  type PullRequest,
  type Review,
  type ReviewThread,
  type Sandbox,
  type TriggerEvent,
} from "@swarm-actions/sandbox";
import { type CloneOptions, createClone, type ScenarioClone } from "./action-scenario-clone.ts";
import {
  checkOut,
  runOnStage,
  type ScenarioRun,
  type ScenarioRunOptions,
  type ScenarioStage,
} from "./action-scenario-run.ts";
import {
  branchOf,
  headOf,
  pusherOf,
  repositoryName,
  type ScenarioFiles,
  type ScenarioSetting,
  seedOf,
  tokenOf,
} from "./action-scenario-seed.ts";
import { type JudgeOptions, startJudgedSandbox } from "./judge/judged-sandbox.ts";

export interface ScenarioOptions extends ScenarioSetting, JudgeOptions {
  /** The folder below `actions/` whose build is run; default `pr-review`. */
  readonly action?: string;
}

/** The built action on one pull request of a local GitHub. */
export interface ActionScenario extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly pullRequest: PullRequest;
  /** Runs the action on the newest event of the pull request, or on another one. */
  readonly run: (options?: ScenarioRunOptions) => Promise<ScenarioRun>;
  /** One more commit on the head; answers with its id. */
  readonly push: (files: ScenarioFiles, message?: string) => Promise<string>;
  /** The head's last commit made anew, with these files besides its own. */
  readonly forcePush: (files: ScenarioFiles) => Promise<string>;
  /** The head's commits on the tip of the base. */
  readonly rebase: () => Promise<string>;
  /** One more commit on the base. */
  readonly pushBase: (files: ScenarioFiles) => Promise<string>;
  /** A comment on the pull request, and the event that it causes. */
  readonly comment: (login: string, body: string) => Promise<TriggerEvent>;
  /** A checkout of the head, with its whole history. */
  readonly checkOut: () => Promise<ScenarioClone>;
  /** The token of a person. */
  readonly tokenOf: (login: string) => string;
  /** Without those that are still pending. */
  readonly reviews: () => readonly Review[];
  /** Of the conversation, in order. */
  readonly comments: () => readonly IssueComment[];
  readonly threads: () => readonly ReviewThread[];
  readonly checks: () => readonly CheckRun[];
}

/**
 * Starts a judged sandbox with one pull request, from `topic` to `main` of `acme/shop`. All of it ends
 * with its scope; what went against GitHub's own descriptions meanwhile is thrown then.
 */
export async function startActionScenario(options: ScenarioOptions = {}): Promise<ActionScenario> {
  await using stack = new AsyncDisposableStack();
  const { action = "pr-review", wrongOnPurpose = [], ...setting } = options;
  const sandbox = stack.use(
    await startJudgedSandbox({ seed: seedOf(setting) }, { wrongOnPurpose }),
  );
  const repository = present(sandbox.world.repositories.get(repositoryName));
  const pullRequest = present(repository.issues.get(1)?.pullRequest);
  openAs(sandbox, pullRequest, setting.author);
  const stage = { sandbox, pullRequest, setting, action };
  const clone = (repository: string, login: string, branch: string) =>
    cloneBranch(stack, { repository, branch, url: sandbox.url, login, token: tokenOf(login) });
  const head = await clone(headOf(setting), pusherOf(setting), branchOf(setting));
  const base = await clone(repositoryName, "ada", "main");
  const owned = stack.move();
  return {
    sandbox,
    pullRequest,
    run: (runOptions = {}) => runOnStage(stage, runOptions),
    ...pushing(head, branchOf(setting), base),
    comment: (login, body) => comment(stage, login, body),
    checkOut: () => checkOut(stage, null, "full"),
    tokenOf,
    reviews: () => pullRequest.reviews.filter(({ state }) => state !== "PENDING"),
    comments: () => pullRequest.issue.comments,
    threads: () => pullRequest.threads,
    checks: () => repository.checkSuites.flatMap(({ runs }) => runs),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function pushing(
  head: ScenarioClone,
  headBranch: string,
  base: ScenarioClone,
): Pick<ActionScenario, "push" | "forcePush" | "rebase" | "pushBase"> {
  const publish = async (clone: ScenarioClone, branch: string): Promise<string> => {
    await clone.git("push", "-q", "--force", "origin", branch);
    return await clone.git("rev-parse", branch);
  };
  return {
    push: async (files, message = "Go on") => {
      await head.commit(files, message);
      return await publish(head, headBranch);
    },
    forcePush: async (files) => {
      await head.git("reset", "-q", "--soft", "HEAD~1");
      await head.commit(files, "Change the total otherwise");
      return await publish(head, headBranch);
    },
    rebase: async () => {
      await head.git("fetch", "-q", `https://github.com/${repositoryName}`, "main");
      await head.git("rebase", "-q", "FETCH_HEAD");
      return await publish(head, headBranch);
    },
    pushBase: async (files) => {
      await base.commit(files, "Go on with the base");
      return await publish(base, "main");
    },
  };
}

async function cloneBranch(
  stack: AsyncDisposableStack,
  options: CloneOptions & { readonly repository: string; readonly branch: string },
): Promise<ScenarioClone> {
  const { repository, branch } = options;
  const clone = stack.use(await createClone(repository, options));
  await clone.git("fetch", "-q", "origin", `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
  await clone.git("checkout", "-q", "-B", branch, `origin/${branch}`);
  return clone;
}

/** Nobody pushes or logs in as a bot, so that it is put in place of the person afterwards. */
function openAs({ world }: Sandbox, { issue }: PullRequest, login: string | undefined): void {
  if (login?.endsWith("[bot]") !== true) return;
  const bot = { id: world.nextId(), login, type: "Bot", name: null } as const;
  world.users.set(login.toLowerCase(), bot);
  Object.assign(issue, { author: bot });
}

async function comment(
  { sandbox, pullRequest }: ScenarioStage,
  login: string,
  body: string,
): Promise<TriggerEvent> {
  const url = `${sandbox.url}/repos/${repositoryName}/issues/${pullRequest.issue.number}/comments`;
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${tokenOf(login)}`, "content-type": "application/json" },
    body: JSON.stringify({ body }),
  });
  if (answer.status !== 201) throw new Error(`${login} could not comment: ${await answer.text()}`);
  return await issueCommentEvent(sandbox.world, present(pullRequest.issue.comments.at(-1)));
}

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("the seed did not make it");
  return value;
}
