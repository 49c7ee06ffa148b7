import { createProgram } from "./program.ts";
import { reportFailure } from "./report-failure.ts";

try {
  await createProgram().parseAsync(process.argv);
} catch (thrown) {
  process.exitCode = reportFailure(thrown);
}
