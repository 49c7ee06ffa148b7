import { cutText } from "@swarm-actions/core";
import { isPlain, lengthOf, longest } from "./limits.ts";
import { makePlainHarmless } from "./make-plain-harmless.ts";
import type { GatePolicy } from "./model.ts";
import type { ShapedText, Shapeless } from "./shape.ts";

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
