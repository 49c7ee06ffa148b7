import type { Files } from "./change.ts";
import { configured } from "./review-scenario.ts";

/**
 * Files that make a program of one's own an agent: its source, and the configuration that names it.
 * @param source an ES module that reads the task on its standard input
 */
export function programAgent(
  name: string,
  source: string,
  { options = {}, review = {} }: { readonly options?: object; readonly review?: object } = {},
): Files {
  const run = [process.execPath, `tools/${name}.mjs`];
  return {
    [`tools/${name}.mjs`]: source,
    ...configured({ review, agents: { [name]: { type: "command", run, ...options } } }),
  };
}

/** The source of a program that answers with these findings whatever it is asked. */
export function saying(...findings: readonly unknown[]): string {
  return `process.stdout.write(${JSON.stringify(JSON.stringify({ findings }))});\n`;
}
