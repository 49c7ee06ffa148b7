import type { Outline } from "../outline.ts";
import type { Fault } from "../source.ts";

/** One of our own rules: what it finds wrong in a workflow, template or action. */
export type Rule = (outline: Outline, top: string) => readonly Fault[];
