import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Contestant } from "./contestants.ts";

/** Starts actions as a runner would, up to their first request. */
export interface StartingLine extends AsyncDisposable {
  /** Milliseconds from before the start of the process until its first request is here. */
  readonly time: (contestant: Contestant) => Promise<number>;
}

/** A server on this machine that answers nothing: whoever reached it has done all that is measured. */
export async function openStartingLine(): Promise<StartingLine> {
  const directory = mkdtempSync(join(tmpdir(), "swarm-bench-"));
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const environment = environmentOf(directory, (server.address() as AddressInfo).port);
  return {
    time: (contestant) => timeStart(contestant, server, environment),
    [Symbol.asyncDispose]: async () => {
      server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function timeStart(
  { name, program, variables }: Contestant,
  server: Server,
  job: NodeJS.ProcessEnv,
): Promise<number> {
  const env = { ...job, ...variables };
  const arrived = once(server, "request");
  const began = performance.now();
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part));
  const ended = once(child, "close");
  const isHere = await Promise.race([arrived.then(() => true), ended.then(() => false)]);
  const elapsed = performance.now() - began;
  child.kill("SIGKILL");
  await ended;
  if (isHere) return elapsed;
  throw new Error(`${name} ended before its first request: ${Buffer.concat(said)}`);
}

/** What a runner sets for a job on a pull request, without anything that a run before it left. */
function environmentOf(directory: string, port: number): NodeJS.ProcessEnv {
  const event = join(directory, "event.json");
  writeFileSync(event, JSON.stringify(opened));
  const url = `http://127.0.0.1:${port}`;
  return {
    PATH: process.env.PATH,
    CI: "true",
    INPUT_TOKEN: "none",
    GITHUB_ACTIONS: "true",
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: event,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: url,
    ACTIONS_RESULTS_URL: `${url}/`,
    GITHUB_WORKSPACE: directory,
    RUNNER_TEMP: directory,
  };
}

const repository = { id: 1, name: "shop", full_name: "acme/shop", owner: { login: "acme" } };
const opened = {
  action: "opened",
  number: 7,
  repository,
  pull_request: {
    number: 7,
    head: { sha: "a".repeat(40), ref: "topic", repo: repository },
    base: { sha: "b".repeat(40), ref: "main", repo: repository },
  },
};
