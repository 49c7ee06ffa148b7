import type { Kit } from "./kit.ts";
import { type Conclusion, runAction } from "./run-action.ts";
import { createGitHubRunner } from "./runner/github-runner.ts";

/** The first line of every action: runs it on this machine and leaves the exit code in the process. */
export async function startAction(main: (kit: Kit) => Promise<Conclusion>): Promise<void> {
  const cancel = new AbortController();
  const stop = (): void => cancel.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const stray = Promise.withResolvers<never>();
  process.once("uncaughtException", stray.reject);
  process.once("unhandledRejection", stray.reject);
  const runner = createGitHubRunner(process.env);
  const guarded = (kit: Kit): Promise<Conclusion> => Promise.race([main(kit), stray.promise]);
  const code = await runAction(runner, cancel.signal, guarded);
  // Ends even where something left a connection or a timer open, once all is printed.
  process.stdout.write("", () => process.exit(code));
}
