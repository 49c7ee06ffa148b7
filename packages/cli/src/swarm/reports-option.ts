import { Option } from "commander";

/** Reports of earlier runs say how long tests take; those that the command writes, how each went. */
export function reportsOption(): Option {
  return new Option("--reports <glob>", "test reports to learn from (repeatable)")
    .argParser((value: string, earlier: readonly string[]) => [...earlier, value])
    .default([], "none");
}
