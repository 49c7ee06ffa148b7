import { type EncodedReply, encodeReply } from "../kernel/encode-reply.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { SandboxRequest } from "../kernel/request.ts";
import type { Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { type Admission, admit } from "./admit.ts";
import { afterPush, readRefs } from "./after-push.ts";
import { type GitPath, readGitPath } from "./git-path.ts";
import { runHttpBackend } from "./http-backend.ts";
import { takeTurns } from "./take-turns.ts";

/** Answers clone, fetch and push; null for requests that are none of git's. */
export async function answerGit(
  world: World,
  request: SandboxRequest,
  signal: AbortSignal,
): Promise<EncodedReply | null> {
  const path = readGitPath(request.path, request.query);
  if (path === null) return null;
  try {
    return await exchange(world, path, request, signal);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    // git shows plain text to people.
    const headers = { "content-type": "text/plain; charset=utf-8", ...thrown.headers };
    return encodeReply({
      status: thrown.status,
      body: Buffer.from(`${thrown.message}\n`),
      headers,
    });
  }
}

function exchange(
  world: World,
  path: GitPath,
  request: SandboxRequest,
  signal: AbortSignal,
): Promise<EncodedReply> {
  const { repository, token } = admit(world, path, request.headers);
  const run = (): Promise<EncodedReply> => runHttpBackend(repository, path.rest, request, signal);
  if (request.method !== "POST" || !path.writes || token === null) return run();
  // What a push moved is seen by looking before and after it, so there is one at a time.
  return takeTurns(repository, () => push(world, { repository, token }, run));
}

async function push(
  world: World,
  { repository, token }: Admission & { readonly token: Token },
  run: () => Promise<EncodedReply>,
): Promise<EncodedReply> {
  const before = await readRefs(repository);
  const reply = await run();
  await afterPush(world, token, repository, before);
  return reply;
}
