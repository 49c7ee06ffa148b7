import { spawn } from "node:child_process";
import { basename, dirname } from "node:path";
import type { EncodedReply } from "../kernel/encode-reply.ts";
import type { SandboxRequest } from "../kernel/request.ts";
import type { Repository } from "../state/model.ts";
import { gitEnvironment } from "./run-git.ts";

const timeoutMs = 120_000;

/** Lets git's own server answer. @param signal ends it, and what it started, at once */
export async function runHttpBackend(
  repository: Repository,
  rest: string,
  request: SandboxRequest,
  signal: AbortSignal,
): Promise<EncodedReply> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const environment = gitEnvironment(cgiVariables(repository, rest, request));
  // In a group of its own, so that the programs it starts end with it.
  const child = spawn("git", ["http-backend"], { env: environment, detached: true });
  const chunks: Buffer[] = [];
  const end = (): void => endGroup(child.pid);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  limit.addEventListener("abort", end, { once: true });
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.resume();
  // git may end before it has read everything; its answer tells the story.
  child.stdin.on("error", () => {});
  child.stdin.end(request.body);
  child.on("error", reject);
  child.on("close", () => resolve(Buffer.concat(chunks)));
  if (limit.aborted) end();
  return readCgi(await promise.finally(() => limit.removeEventListener("abort", end)));
}

function cgiVariables(
  { gitDirectory }: Repository,
  rest: string,
  { method, url, headers, body }: SandboxRequest,
): Readonly<Record<string, string>> {
  return {
    GIT_PROJECT_ROOT: dirname(gitDirectory),
    GIT_HTTP_EXPORT_ALL: "1",
    PATH_INFO: `/${basename(gitDirectory)}${rest}`,
    REQUEST_METHOD: method,
    QUERY_STRING: url.split("?")[1] ?? "",
    CONTENT_TYPE: headers["content-type"] ?? "",
    CONTENT_LENGTH: String(body.length),
    HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
    GIT_PROTOCOL: [headers["git-protocol"] ?? ""].flat().join(":"),
    REMOTE_ADDR: "127.0.0.1",
  };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Headers, an empty line, and the body as bytes. */
function readCgi(output: Buffer): EncodedReply {
  const gap = output.indexOf("\r\n\r\n");
  if (gap < 0) return { status: 500, headers: {}, body: Buffer.from("git gave no answer\n") };
  const lines = output.subarray(0, gap).toString("latin1").split("\r\n");
  const { status = "200", ...headers } = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  return { status: Number.parseInt(status, 10), headers, body: output.subarray(gap + 4) };
}
