import { createHash } from "node:crypto";
import type { PullRequest, Sandbox } from "@swarm-actions/sandbox";
import { startJudgedSandbox } from "./judge/judged-sandbox.ts";

/** A pull request on which a good deal has happened, in a judged sandbox. */
export interface ShownPullRequest extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly pullRequest: PullRequest;
  /** The page as the sandbox serves it. */
  readonly url: string;
}

export interface ShownOptions {
  readonly title?: string;
  readonly body?: string;
  /** What every comment, review and check says besides. */
  readonly words?: string;
}

const base = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
const change = base.replace("five", "fünf\n\tand\u202E more").replace("nine\n", "");
const fix = change.replace("fünf", "5");

/** Two reviews with threads, one of them answered, resolved and outdated, a summary, checks, a push. */
export async function startShownPullRequest(options: ShownOptions = {}): Promise<ShownPullRequest> {
  const { title = "Count further", body = "Counts **further**.", words = "" } = options;
  const sandbox = await startJudgedSandbox({ seed: seedOf(title, body) });
  const call = callerOf(sandbox);
  await call("job", "POST", "pulls/1/reviews", {
    event: "COMMENT",
    body: `2 findings. ${words}`,
    comments: [
      {
        path: "a.txt",
        start_line: 5,
        line: 6,
        start_side: "RIGHT",
        side: "RIGHT",
        body: suggestion(words),
      },
      { path: "a.txt", line: 9, side: "LEFT", body: `Why is it gone? ${words}` },
    ],
  });
  const pullRequest = present(
    sandbox.world.repositories.get("acme/shop")?.issues.get(1)?.pullRequest,
  );
  const [first, second] = pullRequest.threads.map(({ comments }) => present(comments[0]));
  await call("ada", "POST", `pulls/1/comments/${present(second).id}/replies`, {
    body: `It was double. ${words}`,
  });
  await resolve(sandbox, pullRequest);
  const summary = await call("job", "POST", "issues/1/comments", { body: `First words. ${words}` });
  await call("job", "PATCH", `issues/comments/${summary.id}`, { body: table(words) });
  await call("ada", "POST", `issues/comments/${summary.id}/reactions`, { content: "heart" });
  await call("ada", "POST", `pulls/comments/${present(first).id}/reactions`, { content: "+1" });
  await check(call, pullRequest.head.sha, "failure", words);
  await pushFix(call);
  await check(call, pullRequest.head.sha, "success", words);
  await call("ada", "POST", "pulls/1/reviews", {
    event: "REQUEST_CHANGES",
    body: `Not yet. ${words}`,
  });
  await call("job", "POST", `statuses/${pullRequest.head.sha}`, {
    state: "pending",
    context: "build",
  });
  return {
    sandbox,
    pullRequest,
    url: `${sandbox.url}/acme/shop/pull/1`,
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

function seedOf(title: string, body: string) {
  return {
    users: [{ login: "ada" }, { login: "bob" }],
    organizations: [{ login: "acme" }],
    tokens: [
      { kind: "user", value: "ada", login: "ada" },
      {
        kind: "job",
        value: "job",
        repository: "acme/shop",
        permissions: {
          pull_requests: "write",
          issues: "write",
          checks: "write",
          statuses: "write",
        },
      },
    ],
    repositories: [
      {
        owner: "acme",
        name: "shop",
        private: true,
        collaborators: { ada: "write", bob: "write" },
        labels: [
          { name: "pale", color: "fef2c0" },
          { name: "dark", color: "5319e7" },
        ],
        branches: [
          {
            name: "main",
            commits: [{ message: "Begin", author: "ada", files: { "a.txt": base } }],
          },
          {
            name: "topic",
            commits: [{ message: "Count", author: "bob", files: { "a.txt": change } }],
          },
        ],
        "pull-requests": [{ title, body, author: "bob", head: "topic", labels: ["pale", "dark"] }],
      },
    ],
  };
}

function suggestion(words: string): string {
  return `Numbers are written as numbers. ${words}\n\n\`\`\`suggestion\n5\n\tand <more>\n\`\`\`\n`;
}

function table(words: string): string {
  return `<!-- hidden: marker -->\n## Review: 2 findings\n\n${words}\n\n| A | B |\n|---|---:|\n| \`x\` | 1 |\n\n<details>\n<summary>More</summary>\n\n### Inner\n\n- [x] done\n- [ ] open\n\n</details>\n`;
}

type Call = (token: string, method: string, path: string, body: object) => Promise<{ id: number }>;

function callerOf({ url }: Sandbox): Call {
  return async (token, method, path, body) => {
    const answer = await fetch(`${url}/repos/acme/shop/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
}

async function check(call: Call, sha: string, conclusion: string, words: string): Promise<void> {
  const place = { path: "a.txt", start_line: 5, end_line: 5 };
  await call("job", "POST", "check-runs", {
    name: "pr-review",
    head_sha: sha,
    status: "completed",
    conclusion,
    output: {
      title: "2 findings",
      summary: `Two of them. ${words}`,
      annotations: [{ ...place, annotation_level: "warning", message: "Not a number" }],
    },
  });
}

async function pushFix(call: Call): Promise<void> {
  const content = Buffer.from(fix).toString("base64");
  const old = Buffer.from(change);
  const sha = createHash("sha1").update(`blob ${old.length}\0`).update(old).digest("hex");
  await call("ada", "PUT", "contents/a.txt", {
    message: "Use numbers",
    branch: "topic",
    content,
    sha,
  });
}

interface ReadThreads {
  readonly repository: {
    readonly pullRequest: { readonly reviewThreads: { readonly nodes: readonly { id: string }[] } };
  };
}

/** Resolves the first thread by GraphQL, the only way there is. */
async function resolve(sandbox: Sandbox, pullRequest: PullRequest): Promise<void> {
  const ask = async <Data>(query: string): Promise<Data> => {
    const answer = await fetch(`${sandbox.url}/graphql`, {
      method: "POST",
      headers: { authorization: "Bearer ada", "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data } = (await answer.json()) as { data: Data };
    return data;
  };
  const of = `repository(owner: "acme", name: "shop") { pullRequest(number: ${pullRequest.issue.number})`;
  const read = await ask<ReadThreads>(`{ ${of} { reviewThreads(first: 1) { nodes { id } } } } }`);
  const { id } = present(read.repository.pullRequest.reviewThreads.nodes[0]);
  await ask(`mutation { resolveReviewThread(input: { threadId: "${id}" }) { clientMutationId } }`);
}

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("it was not made");
  return value;
}
