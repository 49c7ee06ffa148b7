import { type Sandbox, type SandboxOptions, startSandbox } from "@swarm-actions/sandbox";
import { judgeEvent } from "./judge-event.ts";
import { judgeExchange } from "./judge-exchange.ts";
import { showViolation } from "./violation.ts";

export interface JudgeOptions {
  /**
   * What a test does wrong in order to see it refused, as patterns on the judge's lines. Each has to match
   * one, so that none outlives its reason.
   */
  readonly wrongOnPurpose?: readonly RegExp[];
}

/**
 * A sandbox whose every request, answer and event is judged by GitHub's own descriptions.
 * @throws Error on disposal, with a line for each violation.
 */
export async function startJudgedSandbox(
  options: SandboxOptions = {},
  judging: JudgeOptions = {},
): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  return {
    ...sandbox,
    [Symbol.asyncDispose]: async () => {
      await sandbox[Symbol.asyncDispose]();
      expectJudged(sandbox, judging);
    },
  };
}

/** @throws Error with a line for each violation so far. */
export function expectJudged(
  { exchanges, events }: Pick<Sandbox, "exchanges" | "events">,
  { wrongOnPurpose = [] }: JudgeOptions = {},
): void {
  const violations = [...exchanges.flatMap(judgeExchange), ...events.flatMap(judgeEvent)];
  const lines = [...new Set(violations.map(showViolation))];
  const wrong = lines.filter((line) => !wrongOnPurpose.some((pattern) => pattern.test(line)));
  const idle = wrongOnPurpose.filter((pattern) => !lines.some((line) => pattern.test(line)));
  const told = [...wrong, ...idle.map((pattern) => `nothing wrong was like ${String(pattern)}`)];
  if (told.length > 0) {
    throw new Error(`GitHub's description says otherwise:\n  ${told.join("\n  ")}`);
  }
}
