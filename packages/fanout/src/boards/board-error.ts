import { CodedError, messageOf } from "@swarm-actions/core";

export function notFound(name: string): CodedError {
  return new CodedError("board/not-found", `${name} is not on the board`, {
    fault: "platform",
    fix: "Run the job again, with the jobs before it.",
  });
}

export function tooLarge(name: string, limit: number): CodedError {
  return new CodedError("board/too-large", `${name} has more than ${limit} bytes`, {
    fault: "platform",
    fix: "Let tasks answer with less: write large outputs to files of your own.",
  });
}

export function boardUnavailable(what: string, cause: unknown): CodedError {
  return new CodedError("board/unavailable", `${what}: ${messageOf(cause)}`, {
    fault: "platform",
    fix: "Run the job again; what was done so far is kept and counts.",
    cause,
  });
}

export function isNotFound(cause: unknown): boolean {
  return cause instanceof CodedError && cause.code === "board/not-found";
}
