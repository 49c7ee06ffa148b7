import { type EncodedReply, encodeReply } from "../kernel/encode-reply.ts";
import type { SandboxRequest } from "../kernel/request.ts";
import type { PullRequest } from "../state/model.ts";
import type { World } from "../state/world.ts";

/**
 * Answers people who look at the sandbox in a browser: `/`, and `/OWNER/NAME/pull/NUMBER`. Null: not a
 * page. Pages show private repositories too: they are for whoever runs the sandbox, and only a request
 * to this machine's own name gets one, so that no website can read them by pointing its name here.
 */
export async function answerPage(
  world: World,
  request: SandboxRequest,
): Promise<EncodedReply | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (!isLoopback(request.headers.host)) return null;
  if (request.path === "/") {
    // To programs it is the root of the API.
    if (request.headers.accept?.includes("text/html") !== true) return null;
    const { renderIndexPage } = await import("./render-index-page.ts");
    return pageReply(renderIndexPage(world));
  }
  const pullRequest = pullRequestAt(world, request.path);
  if (pullRequest === null) return null;
  const { renderPullRequestPage } = await import("./render-pull-request-page.ts");
  return pageReply(await renderPullRequestPage(pullRequest));
}

function pullRequestAt(world: World, path: string): PullRequest | null {
  const [, repository = "", number = ""] =
    /^\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,9})\/?$/.exec(path) ?? [];
  const found = world.repositories.get(repository.toLowerCase());
  return found?.issues.get(Number(number))?.pullRequest ?? null;
}

function isLoopback(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? "");
}

function pageReply(page: string): EncodedReply {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
  return encodeReply({ status: 200, body: Buffer.from(page), headers });
}
