import { CodedError, messageOf } from "@swarm-actions/core";

const transient = new Set(["model/rate-limited", "model/unavailable", "model/unknown-model"]);

/** Whether another model might answer where this one did not. */
export function isTransient(error: unknown): boolean {
  return error instanceof CodedError && transient.has(error.code);
}

/** What an SDK threw, by its HTTP status; undefined when no answer came at all. */
export function modelError(model: string, status: number | undefined, cause: unknown): CodedError {
  const said = `${model}: ${messageOf(cause)}`.slice(0, 500);
  const [code, fix] = meaningOf(status);
  return new CodedError(code, said, { fault: "platform", fix, cause });
}

/** The code and the fix. */
function meaningOf(status: number | undefined): readonly [string, string] {
  if (status === 401 || status === 403) {
    return ["model/refused", "Check the key in the variable that `api-key-env` names."];
  }
  if (status === 404) return ["model/unknown-model", "Check `model` and `base-url`."];
  if (status === 429) {
    return ["model/rate-limited", "Wait, lower `parallel`, or name a `fallback`."];
  }
  if (status === undefined || status === 408 || status >= 500) {
    return ["model/unavailable", "Check `base-url`, wait, or name a `fallback`."];
  }
  return ["model/bad-request", "Check `model`, its limits and `structured-output`."];
}
