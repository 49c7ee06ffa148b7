import { memberOf } from "../failure/answer-parts.ts";
import { GraphqlError, type GraphqlFault } from "../failure/graphql-error.ts";
import type { Octokit, Purpose } from "../transport/create-octokit.ts";

export interface Document {
  /** Where GraphQL is. */
  readonly url: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
  /** Whether what GitHub does not find is just null. */
  readonly isMissingNull?: boolean;
}

/** Sends one GraphQL document. @throws GraphqlError when the answer has errors, with what did work */
export async function sendDocument<T>(octokit: Octokit, sent: Document): Promise<T> {
  const { url, document, variables, purpose, isMissingNull = false } = sent;
  const response = await octokit.request({
    method: "POST",
    url,
    query: document,
    variables,
    request: { ...purpose },
  });
  const data = memberOf(response.data, "data");
  const faults = faultsOf(memberOf(response.data, "errors"));
  const isOnlyMissing = faults.every(({ type }) => type === "NOT_FOUND");
  if (faults.length === 0 || (isMissingNull && isOnlyMissing && data != null)) return data as T;
  throw new GraphqlError(faults, data, document);
}

function faultsOf(errors: unknown): readonly GraphqlFault[] {
  return Array.isArray(errors) ? errors.map(toFault) : [];
}

function toFault(error: unknown): GraphqlFault {
  const path = memberOf(error, "path");
  return {
    type: String(memberOf(error, "type") ?? ""),
    path: Array.isArray(path) ? path : [],
    message: String(memberOf(error, "message") ?? "an error without a message"),
  };
}
