import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ActionRun,
  type ActionRunOptions,
  type PullRequest,
  pullRequestEvent,
  runAction,
  type Sandbox,
  type TriggerEvent,
} from "@swarm-actions/sandbox";
import { createClone, type ScenarioClone } from "./action-scenario-clone.ts";
import { isSentBy, type ScenarioRequests, sortRequests } from "./action-scenario-requests.ts";
import { pusherOf, repositoryName, type ScenarioSetting, tokenOf } from "./action-scenario-seed.ts";

/** What a checkout holds; all but a shallow one have the whole history. */
type Checkout = "full" | "shallow" | "merge" | "base";

export interface ScenarioRunOptions
  extends Partial<Omit<ActionRunOptions, "sandbox" | "repository" | "workspace">> {
  /**
   * What lies in the workspace: the head with its whole history (default for `pull_request`), only its
   * last commit, its merge with the base, the base alone, or nothing (default for every other event).
   */
  readonly checkout?: Checkout | "none";
  /** Ends waits of a second or more at once, and tells of them. */
  readonly fastTimers?: boolean;
}

export interface ScenarioRun extends ActionRun {
  /** What it asked for, besides the checkout. */
  readonly requests: ScenarioRequests;
  /** With `fastTimers`: the waits that were cut short, in milliseconds. */
  readonly waits: readonly number[];
}

/** On what the action runs. */
export interface ScenarioStage {
  readonly sandbox: Sandbox;
  readonly pullRequest: PullRequest;
  readonly setting: ScenarioSetting;
  /** The folder below `actions/`. */
  readonly action: string;
}

/** What the starter workflow grants. */
const permissions = { contents: "read", "pull-requests": "write", checks: "write" } as const;
const fastTimers = new URL("./fast-timers.mjs", import.meta.url).href;

/** Runs the built action once, on the newest event of the pull request unless told otherwise. */
export async function runOnStage(
  stage: ScenarioStage,
  options: ScenarioRunOptions,
): Promise<ScenarioRun> {
  const { sandbox } = stage;
  const { checkout, fastTimers: fast = false, ...given } = options;
  const event = given.event ?? (await newestEvent(stage));
  const kind = checkout ?? (event.name === "pull_request" ? "full" : "none");
  await using workspace = kind === "none" ? null : await checkOut(stage, event, kind);
  await using waits = await createWaitFile();
  const before = sandbox.exchanges.length;
  const run = await runAction({
    sandbox,
    repository: repositoryName,
    permissions,
    timeoutMs: 280_000,
    ...given,
    event,
    actionDirectory: given.actionDirectory ?? builtAction(stage.action),
    environment: { ...(fast ? waits.environment : {}), ...given.environment },
    ...(workspace === null ? {} : { workspace: workspace.directory }),
  });
  const sent = sandbox.exchanges.slice(before);
  const requests = sortRequests(sent.filter((one) => isSentBy(one, run.masked)));
  return { ...run, requests, waits: await waits.read() };
}

/** Below `actions/`, or below the folder that BUILT_ACTIONS names, such as the tree of a release. */
function builtAction(name: string): string {
  const actions =
    process.env.BUILT_ACTIONS ?? fileURLToPath(new URL("../../actions", import.meta.url));
  const directory = join(actions, name);
  if (existsSync(join(directory, "dist/index.js"))) return directory;
  throw new Error(`${name} is not built: run \`npm run build\``);
}

/** What the pull request told last; of one that was there from the start, that it was opened. */
async function newestEvent({ sandbox, pullRequest }: ScenarioStage): Promise<TriggerEvent> {
  const told = sandbox.events.findLast(
    ({ name, payload }) => name === "pull_request" && payload.number === pullRequest.issue.number,
  );
  return told ?? (await pullRequestEvent(sandbox.world, pullRequest));
}

/** A workspace as `actions/checkout` leaves it, without credentials, at the head, as the event names it. */
export async function checkOut(
  { sandbox, pullRequest, setting }: ScenarioStage,
  event: TriggerEvent | null,
  kind: Checkout,
): Promise<ScenarioClone> {
  const login = pusherOf(setting);
  const clone = await createClone(repositoryName, {
    url: sandbox.url,
    login,
    token: tokenOf(login),
  });
  const sha = (event === null ? null : headOfEvent(event)) ?? pullRequest.head.sha;
  const history = kind === "shallow" ? ["--depth=1"] : [];
  const branches = "+refs/heads/*:refs/remotes/origin/*";
  await clone.git(
    "fetch",
    "-q",
    ...history,
    "origin",
    sha,
    ...(kind === "shallow" ? [] : [branches]),
  );
  if (kind === "merge") {
    await clone.git("fetch", "-q", "origin", `refs/pull/${pullRequest.issue.number}/merge`);
  }
  const shown = { merge: "FETCH_HEAD", base: `origin/${pullRequest.base.ref}` };
  await clone.git(
    "checkout",
    "-q",
    "--detach",
    kind === "full" || kind === "shallow" ? sha : shown[kind],
  );
  return clone;
}

function headOfEvent({ payload }: TriggerEvent): string | null {
  const { pull_request: shown } = payload as { pull_request?: { head?: { sha?: string } } };
  return shown?.head?.sha ?? null;
}

interface WaitFile extends AsyncDisposable {
  readonly environment: Readonly<Record<string, string>>;
  readonly read: () => Promise<number[]>;
}

async function createWaitFile(): Promise<WaitFile> {
  const directory = await mkdtemp(join(tmpdir(), "swarm-waits-"));
  const file = join(directory, "waits");
  await writeFile(file, "");
  return {
    environment: { NODE_OPTIONS: `--import=${fastTimers}`, FAST_TIMERS: file },
    read: async () => (await readFile(file, "utf8")).split("\n").filter(Boolean).map(Number),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}
