import { bearClosedPipes } from "./print.ts";
import { createProgram } from "./program.ts";
import { reportFailure } from "./report-failure.ts";

/** Does what the arguments ask for; the exit code is left in the process. */
export async function main(args: readonly string[]): Promise<void> {
  bearClosedPipes();
  try {
    await createProgram().parseAsync(args);
  } catch (thrown) {
    process.exitCode = reportFailure(thrown);
  }
}
