import { base } from "./base.ts";
import { colors } from "./colors.ts";
import { print } from "./print.ts";
import { tables } from "./tables.ts";

/** The style sheet of a page: what all pages share, with its own between that and what holds on paper. */
export function stylesWith(own: readonly string[]): string {
  return [colors, base, tables, ...own, print].join("\n");
}
