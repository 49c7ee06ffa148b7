import { Octokit as Core } from "@octokit/core";
import { paginateRest } from "@octokit/plugin-paginate-rest";
import pLimit from "p-limit";
import { createTokenSource } from "../auth/token-source.ts";
import { GitHubError } from "../failure/github-error.ts";
import { operationOf } from "../graphql/operation-of.ts";
import { attempt } from "../limits/attempts.ts";
import { createWritePace } from "../limits/write-pace.ts";
import type { Run } from "../run.ts";
import { isOurs } from "./addresses.ts";

const PagingOctokit = Core.plugin(paginateRest);
export type Octokit = InstanceType<typeof PagingOctokit>;
type SendOptions = ReturnType<Octokit["request"]["endpoint"]["merge"]>;

/** What a request says about itself, for the hook below. */
export interface Purpose {
  /** A change: sent one at a time, and never repeated here. */
  readonly isWrite?: boolean;
  readonly repeats?: number;
}

/** GitHub allows a hundred at once over all of an account's runs. */
const mostReads = 10;

/** Octokit whose every request, further pages and App tokens included, keeps the limits of the run. */
export function createOctokit(run: Run): Octokit {
  const { rest } = run.addresses;
  const octokit = new PagingOctokit({
    baseUrl: rest,
    request: { fetch: run.fetch, log: { ...console, warn: run.onNotice } },
    log: { debug: () => {}, info: () => {}, warn: run.onNotice, error: run.onNotice },
    ...(run.userAgent === undefined ? {} : { userAgent: run.userAgent }),
  });
  const token = createTokenSource(run.credentials, octokit.request, run.redactor);
  const pace = createWritePace(run.clock, run.signal);
  const [reads, writes] = [pLimit(mostReads), pLimit(1)];
  octokit.hook.wrap("request", (request, options) => {
    const { url } = octokit.request.endpoint(options);
    const place = placeOf(options, url);
    const { isWrite = false, repeats = isWrite ? 0 : 3 } = options.request as Purpose;
    if (!isOurs(url, run.addresses)) throw foreign(place);
    const sendOnce = async () => {
      run.budget.check(url, place);
      const authorization = options.headers.authorization ?? `token ${await token()}`;
      const headers = { ...options.headers, authorization };
      return (isWrite ? writes : reads)(async () => {
        if (isWrite) await pace();
        run.tally[isWrite ? "writes" : "reads"]++;
        return refuseBrokenJson(await request({ ...options, headers }));
      });
    };
    return attempt(run, { place, repeats, send: sendOnce }).catch(redacted(run));
  });
  return octokit;
}

/** Route and target: `GET /repos/acme/web/pulls/7`, `query Conversation of acme/web#7`. */
function placeOf(options: SendOptions, url: string): string {
  const { query, variables } = options as { query?: unknown; variables?: Record<string, unknown> };
  if (typeof query !== "string") return `${options.method} ${new URL(url).pathname}`;
  const { owner, name, number } = variables ?? {};
  const target = owner === undefined ? "" : ` of ${owner}/${name}${number ? `#${number}` : ""}`;
  return `${operationOf(query)}${target}`;
}

/** Octokit passes on JSON that cannot be read as text; such an answer broke off. */
function refuseBrokenJson<T extends { data: unknown; headers: Record<string, unknown> }>(
  response: T,
): T {
  const type = String(response.headers["content-type"] ?? "");
  if (typeof response.data === "string" && type.startsWith("application/json")) {
    throw new Error("the answer broke off");
  }
  return response;
}

function foreign(place: string): GitHubError {
  return new GitHubError("github/foreign-address", "an answer leads to another server", {
    fault: "platform",
    fix: "Check the base URL: the token is only sent there.",
    place,
    status: null,
  });
}

function redacted({ redactor }: Run) {
  return (thrown: unknown): never => {
    if (thrown instanceof Error) thrown.message = redactor.redact(thrown.message);
    throw thrown;
  };
}
