import { createAuditLog } from "./audit/audit-log.ts";
import type { ApiUsage, GitHubClient } from "./client.ts";
import type { GitHubClientOptions } from "./client-options.ts";
import { sendDocument } from "./graphql/send-document.ts";
import { pause } from "./limits/attempts.ts";
import { createRun, type Run } from "./run.ts";
import { createOctokit, type Octokit } from "./transport/create-octokit.ts";
import { performWrite, type RawSender } from "./write/perform-write.ts";

/** Opens the one way to GitHub that a run has. Nothing is sent yet. */
export function createClient(options: GitHubClientOptions): GitHubClient {
  const run = createRun(options);
  const octokit = createOctokit(run);
  const audit = createAuditLog(options.audit, run.clock);
  const sender = createSender(octokit, run);
  const client: GitHubClient = {
    read: async (route, parameters) => (await octokit.request(String(route), parameters)).data,
    readAll: async (route, parameters) => {
      const pages: unknown = await octokit.paginate(String(route), {
        per_page: 100,
        ...parameters,
      });
      return pages as never;
    },
    query: (document, variables, { repeats = 3, missing = "error" } = {}) =>
      sendDocument(octokit, {
        url: run.addresses.graphql,
        document,
        variables,
        purpose: { repeats },
        isMissingNull: missing === "null",
      }),
    write: (write) =>
      performWrite(write, {
        client,
        sender,
        audit,
        isDryRun: options.dryRun ?? false,
        pause: (losses) => pause(run, losses),
      }),
    limit: (limits) => void Object.assign(run.limits, limits),
    pause: (ms) => run.clock.sleep(ms, run.signal),
    usage: () => usageOf(run),
    close: async () => {
      await run.cache.close();
      await audit.end();
    },
  };
  return client;
}

function createSender(octokit: Octokit, { addresses }: Run): RawSender {
  const purpose = { isWrite: true };
  return {
    rest: async (route, parameters) => {
      const { status, data } = await octokit.request(String(route), {
        ...parameters,
        request: purpose,
      });
      return { status, data };
    },
    graphql: async (document, variables) => {
      const sent = { url: addresses.graphql, document, variables, purpose };
      return { status: 200, data: await sendDocument(octokit, sent) };
    },
  };
}

function usageOf({ tally, budget }: Run): ApiUsage {
  return { ...tally, waitedMs: Math.round(tally.waitedMs), budget: budget.usage() };
}
