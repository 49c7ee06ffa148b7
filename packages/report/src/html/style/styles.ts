import { base } from "./base.ts";
import { colors } from "./colors.ts";
import { findings } from "./findings.ts";
import { print } from "./print.ts";
import { sections } from "./sections.ts";

/** The whole style sheet of the page. */
export const styles = [colors, base, findings, sections, print].join("\n");
