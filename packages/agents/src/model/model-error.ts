import { CodedError, messageOf } from "@swarm-actions/core";

const transient = new Set(["model/rate-limited", "model/unavailable", "model/unknown-model"]);

/** Whether another model might answer where this one did not. */
export function isTransient(error: unknown): boolean {
  return error instanceof CodedError && transient.has(error.code);
}

/** What an SDK threw, by its HTTP status; undefined when no answer came at all. */
export function modelError(model: string, status: number | undefined, cause: unknown): CodedError {
  const said = `${model}: ${messageOf(cause)}`.slice(0, 500);
  if (status === 401 || status === 403) {
    return coded(
      "model/refused",
      said,
      "Check the key in the variable that `api-key-env` names.",
      cause,
    );
  }
  if (status === 404) {
    return coded("model/unknown-model", said, "Check `model` and `base-url`.", cause);
  }
  if (status === 429) {
    return coded(
      "model/rate-limited",
      said,
      "Wait, lower `parallel`, or name a `fallback`.",
      cause,
    );
  }
  if (status === undefined || status === 408 || status >= 500) {
    return coded("model/unavailable", said, "Check `base-url`, wait, or name a `fallback`.", cause);
  }
  return coded(
    "model/bad-request",
    said,
    "Check `model`, its limits and `structured-output`.",
    cause,
  );
}

function coded(code: string, message: string, fix: string, cause: unknown): CodedError {
  return new CodedError(code, message, { fault: "platform", fix, cause });
}
