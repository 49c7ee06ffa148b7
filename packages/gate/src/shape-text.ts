import { cutText } from "@swarm-actions/core";
import { isPlain, lengthOf, longest } from "./limits.ts";
import { makePlainHarmless } from "./make-plain-harmless.ts";
import type { Rule } from "./markdown/edit.ts";
import type { GatePolicy, TextKind } from "./model.ts";

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

/** Loads the Markdown parser, which a run that writes nothing never needs. */
export async function createShaper({
  allowedHosts,
}: GatePolicy): Promise<(shapeless: Shapeless) => ShapedText> {
  const { shapeMarkdown } = await import("./markdown/shape-markdown.ts");
  return (shapeless) =>
    isPlain(shapeless.kind)
      ? shapePlain(shapeless, allowedHosts)
      : shapeMarkdown(shapeless, allowedHosts);
}

function shapePlain({ text, kind, reserved }: Shapeless, hosts: readonly string[]): ShapedText {
  const room = longest[kind] - reserved;
  const harmless = makePlainHarmless(text, hosts);
  if (lengthOf(harmless.text, kind) <= room) return harmless;
  return { text: cutText(harmless.text, room), changes: [...harmless.changes, "length"] };
}
