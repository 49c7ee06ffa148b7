import { base } from "./base.ts";
import { colors } from "./colors.ts";
import { conversation } from "./conversation.ts";

/** The style sheet of every page. */
export const styles = [colors, base, conversation].join("\n");
