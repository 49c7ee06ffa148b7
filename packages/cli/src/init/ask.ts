import { createInterface } from "node:readline/promises";

/** Whether there is somebody to ask: both what they see and what they type must be a terminal. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Asks for a yes; anything else, and the end of the input, is a no. */
export async function ask(question: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.once("close", () => resolve(""));
  terminal.question(`${question} [y/N] `).then(resolve, () => resolve(""));
  const answer = await promise;
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
