import { CodedError, messageOf } from "@swarm-actions/core";

/**
 * Why an upload did not end well. `taken`: somebody else has the name. `burnt`: the name is ours, and
 * nothing is under it. `unknown`: the answer was lost, so that the name may be ours or nobody's.
 */
export interface UploadFailure {
  readonly kind: "taken" | "burnt" | "unknown";
  readonly why: string;
}

/** No connection was ever made. */
const unreachable = /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH/;
/** Before the first request: where the job runs, and what the client was given. */
const notTried =
  /^(?:Unable to get the|Failed to get backend IDs|The artifact name|Provided |The provided rootDirectory|No files were found)|not currently supported on GHES/;
/** Refused for good: no token, no right, no space. */
const refused = /non-retryable error: Failed request: \((?!409)4\d\d\)|storage quota/i;

/**
 * Reads from what GitHub's client throws how far it came. It creates the name, sends the content, and then
 * finalizes; it repeats what fails by itself, so that a lost answer may show as a conflict with itself.
 * @throws CodedError `artifacts/unavailable` when no name was created for sure
 */
export function judgeUpload(cause: unknown): UploadFailure {
  const why = messageOf(cause);
  const isCreating = /^(?:Failed to )?CreateArtifact\b/.test(why);
  if (notTried.test(why) || (isCreating && (unreachable.test(why) || refused.test(why))))
    throw unavailable("upload", cause);
  if (!isCreating) return { kind: "burnt", why };
  return { kind: /\(409\)/.test(why) ? "taken" : "unknown", why };
}

export function unavailable(what: string, cause: unknown): CodedError {
  return new CodedError(
    "artifacts/unavailable",
    `the artifact service did not ${what}: ${messageOf(cause)}`,
    {
      fault: "platform",
      fix: "Run the job again; outside of GitHub Actions there is no such service.",
      cause,
    },
  );
}
