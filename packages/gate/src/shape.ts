import type { Rule } from "./markdown/edit.ts";
import type { TextKind } from "./model.ts";

/** A text that is clean of secrets and hidden characters, and what decides its shape. */
export interface Shapeless {
  readonly text: string;
  /** As it was before anything was taken out. */
  readonly original: string;
  readonly kind: TextKind;
  /** UTF-16 units of the text's room that its hidden parts take. */
  readonly reserved: number;
}

export interface ShapedText {
  readonly text: string;
  readonly changes: readonly Rule[];
}
