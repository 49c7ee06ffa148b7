import type { Clock } from "../client-options.ts";
import { GitHubError } from "./github-error.ts";

/** The run was told to stop. */
export function stoppedError(place: string): GitHubError {
  return new GitHubError("github/stopped", "the run was stopped before GitHub answered", {
    fix: "Run again; what was written already is found then.",
    place,
    status: null,
  });
}

/** A clock whose sleep ends with an error that says what happened. */
export function stoppableClock(clock: Clock): Clock {
  return {
    ...clock,
    sleep: (ms, signal) =>
      clock.sleep(ms, signal).catch((thrown: unknown) => {
        throw signal?.aborted === true ? stoppedError("while waiting") : thrown;
      }),
  };
}
