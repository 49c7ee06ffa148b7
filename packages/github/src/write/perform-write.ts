import { type AuditRecord, canonicalJson, digest } from "@swarm-actions/core";
import type { AuditLog } from "../audit/audit-log.ts";
import type {
  DataOf,
  GitHubClient,
  ParametersOf,
  ReadRoute,
  Route,
  Sender,
  Write,
  Written,
} from "../client.ts";
import { GitHubError } from "../failure/github-error.ts";
import { GraphqlError } from "../failure/graphql-error.ts";
import { LostAnswer } from "../failure/lost-error.ts";
import { operationOf } from "../graphql/operation-of.ts";
import { learnRequest } from "./dry-run.ts";

export interface WriteParts {
  readonly client: GitHubClient;
  readonly sender: RawSender;
  readonly audit: AuditLog;
  readonly isDryRun: boolean;
  /** Waits after a lost answer, so that what may still be at work can end. */
  readonly pause: (losses: number) => Promise<void>;
}

/** Sends at once, and tells the status of the answer too. */
export interface RawSender {
  readonly rest: <R extends Exclude<Route, ReadRoute>>(
    route: R,
    parameters: ParametersOf<R>,
  ) => Promise<RawAnswer<DataOf<R>>>;
  readonly graphql: <T>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<RawAnswer<T>>;
}

interface RawAnswer<T> {
  readonly status: number;
  readonly data: T;
}

const mostAttempts = 3;

/**
 * Carries out a change at most once. When an answer is lost, the change is looked for before it is sent
 * again.
 * @throws GitHubError; `github/unknown-outcome` when looking for it fails too
 */
export async function performWrite<T>(write: Write<T>, parts: WriteParts): Promise<Written<T>> {
  if (parts.isDryRun) return dryRun(write, parts);
  const sender = auditedSender(write, parts);
  for (let losses = 0; ; losses++) {
    const outcome = await sendOnce(write, sender);
    if (outcome.status === "written") return outcome;
    const { thrown } = outcome;
    // What refuses a repetition may be the first attempt's own success.
    if (!(thrown instanceof LostAnswer) && losses === 0) throw thrown;
    await parts.pause(losses);
    const found = await look(write, parts, thrown);
    if (found !== null) return found;
    if (!(thrown instanceof LostAnswer) || losses + 1 >= mostAttempts) throw thrown;
  }
}

type Outcome<T> =
  | { readonly status: "written"; readonly value: T }
  | { readonly status: "failed"; readonly thrown: unknown };

async function sendOnce<T>(write: Write<T>, sender: Sender): Promise<Outcome<T>> {
  try {
    return { status: "written", value: await write.send(sender) };
  } catch (thrown) {
    return { status: "failed", thrown };
  }
}

async function look<T>(
  write: Write<T>,
  { client, audit }: WriteParts,
  lost: unknown,
): Promise<Written<T> | null> {
  const value = await write.find(client).catch((cause: unknown) => {
    throw unknownOutcome(write, lost, cause);
  });
  if (value === null) return null;
  const { action, target } = write;
  const found = { action, target, operation: "find", body: null, httpStatus: null } as const;
  await audit.record({ ...found, status: "found" });
  return { status: "found", value };
}

function unknownOutcome({ action, target }: Write<unknown>, lost: unknown, cause: unknown): Error {
  if (!(lost instanceof LostAnswer) || !(cause instanceof GitHubError)) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
  const message = `nobody knows whether "${action}" took place: ${lost.message}; then ${cause.message}`;
  return new GitHubError("github/unknown-outcome", message, {
    fault: "platform",
    fix: "Run again: what was written is found then, and not written twice.",
    place: target,
    status: cause.status,
  });
}

async function dryRun<T>(write: Write<T>, { audit }: WriteParts): Promise<Written<T>> {
  const { action, target } = write;
  await learnRequest(write, (operation, body) =>
    audit.record({
      action,
      target,
      operation,
      body: digestOf(body),
      status: "dry-run",
      httpStatus: null,
    }),
  );
  return { status: "dry-run" };
}

/** Tells the log before and after each request. */
function auditedSender(write: Write<unknown>, { sender, audit }: WriteParts): Sender {
  const { action, target } = write;
  const told = async <R>(
    operation: string,
    body: unknown,
    send: () => Promise<RawAnswer<R>>,
  ): Promise<R> => {
    const record = { action, target, operation, body: digestOf(body) };
    await audit.record({ ...record, status: "intent", httpStatus: null });
    try {
      const { status, data } = await send();
      await audit.record({ ...record, status: "written", httpStatus: status });
      return data;
    } catch (thrown) {
      await audit.record({ ...record, ...outcomeOf(thrown) });
      throw thrown;
    }
  };
  return {
    rest: (route, parameters) => told(route, parameters, () => sender.rest(route, parameters)),
    graphql: (document, variables) =>
      told(operationOf(document), { document, variables }, () =>
        sender.graphql(document, variables),
      ),
  };
}

function outcomeOf(thrown: unknown): Pick<AuditRecord, "status" | "httpStatus"> {
  const httpStatus = thrown instanceof GitHubError ? thrown.status : null;
  if (thrown instanceof GraphqlError && thrown.didSome) return { status: "written", httpStatus };
  const isRefused = httpStatus !== null && !(thrown instanceof LostAnswer);
  return { status: isRefused ? "refused" : "failed", httpStatus };
}

function digestOf(body: unknown): string {
  return digest(canonicalJson(body));
}
