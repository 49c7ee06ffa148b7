import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type PullRequest,
  type Sandbox,
  type SeedInput,
  startSandbox,
} from "@swarm-actions/sandbox";
import { createSample } from "../sample/create-sample.ts";
import { type Git, gitIn } from "./git.ts";

const owner = "tea-shop";
const name = "tea-orders";
const branch = "refunds";

/** A local GitHub with the sample on it, and the clone of whoever works on that. */
export interface Stage extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** Ends the story early. */
  readonly signal: AbortSignal;
  /** `owner/name` */
  readonly repository: string;
  /** Ada's clone, on the branch of her pull request. */
  readonly clone: string;
  readonly git: Git;
  readonly openPullRequest: () => Promise<PullRequest>;
  /** Writes a comment as somebody. */
  readonly comment: (login: string, body: string) => Promise<void>;
  /** A folder as `actions/checkout` leaves it, at the head of the branch with all of its history. */
  readonly checkOut: () => Promise<string>;
}

/** Starts it, and pushes the sample's history to it. All of it ends with its scope. */
export async function openStage(signal: AbortSignal): Promise<Stage> {
  await using stack = new AsyncDisposableStack();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "swarm-story-")));
  stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const sandbox = stack.use(await startSandbox({ seed }));
  const { repository: clone, config } = createSample(folder);
  const git = gitIn(clone, sandbox.url, { ...ada, token: tokenOf("ada") });
  const remote = `${sandbox.url}/${owner}/${name}.git`;
  await git("remote", "add", "origin", remote);
  await commitSettings(clone, git, config);
  await git("push", "--quiet", "origin", "main", branch);
  const owned = stack.move();
  return {
    sandbox,
    signal,
    repository: `${owner}/${name}`,
    clone,
    git,
    openPullRequest: () => openPullRequest(sandbox),
    comment: async (login, body) => {
      await post(sandbox, login, "issues/1/comments", { body });
    },
    checkOut: async () => {
      const target = mkdtempSync(join(folder, "checkout-"));
      await git("clone", "--quiet", "--branch", branch, remote, target);
      return target;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const ada = { name: "Ada", email: "ada@users.noreply.github.com" };

const seed: SeedInput = {
  users: [
    { login: "ada", name: "Ada" },
    { login: "grace", name: "Grace" },
  ],
  organizations: [{ login: owner }],
  tokens: ["ada", "grace"].map((login) => ({ kind: "user", login, value: tokenOf(login) })),
  repositories: [{ owner, name, collaborators: { ada: "write", grace: "maintain" } }],
};

/** Known to the sandbox alone. */
function tokenOf(login: string): string {
  return `token-of-${login}`;
}

/** The settings are read from the base branch, where no pull request can change them. */
async function commitSettings(clone: string, git: Git, config: string): Promise<void> {
  await git("switch", "--quiet", "main");
  mkdirSync(join(clone, ".github"), { recursive: true });
  copyFileSync(config, join(clone, ".github/swarm.yml"));
  await git("add", ".github/swarm.yml");
  await git("commit", "--quiet", "--message", "Review every pull request");
  await git("switch", "--quiet", branch);
}

async function openPullRequest(sandbox: Sandbox): Promise<PullRequest> {
  const body = "Refunds for what came damaged or late, and prices that are computed once.";
  const title = "Refunds, and faster prices";
  await post(sandbox, "ada", "pulls", { title, body, head: branch, base: "main" });
  const repository = sandbox.world.repositories.get(`${owner}/${name}`);
  const pullRequest = repository?.issues.get(1)?.pullRequest;
  if (pullRequest === undefined || pullRequest === null) throw new Error("no pull request");
  return pullRequest;
}

async function post(sandbox: Sandbox, login: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/repos/${owner}/${name}/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokenOf(login)}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}
