import type { GateSetup, HiddenPart, Outgoing } from "./model.ts";
import { holdSecrets } from "./secrets/remove-secrets.ts";

const ours = /^<!-- swarm-actions:[a-z-]{1,32}(?: [\w+/=.:-]+)* -->$/;

export interface CheckedParts {
  /** One list a text. */
  readonly kept: readonly (readonly HiddenPart[])[];
  /** Parts left out, one number a text. */
  readonly dropped: readonly number[];
  readonly faults: readonly string[];
}

/**
 * Checks what people don't see: it must be ours by its form, and neither it nor what is packed into it
 * may hold a secret, since packing hides nothing from who unpacks it.
 * @throws ScanFailure when the scanner cannot look.
 */
export async function checkHiddenParts(
  texts: readonly Outgoing[],
  setup: GateSetup,
): Promise<CheckedParts> {
  const parts = texts.flatMap(({ name, hidden }) => hidden.map((part) => ({ name, part })));
  const secret = await holdSecrets(
    // What packs nothing is readable as it stands, such as the key by which a comment is found again.
    parts.map(({ part }) => (part.packed === "" ? part.text : part.packed)),
    setup,
  );
  const leaking = new Set(parts.filter((_, at) => secret[at]).map(({ part }) => part));
  const kept = texts.map(({ hidden }) => hidden.filter((part) => !leaking.has(part)));
  return {
    kept,
    dropped: texts.map(({ hidden }, at) => hidden.length - (kept[at] ?? []).length),
    faults: parts.flatMap(({ name, part }) => faultOf(name, part, leaking.has(part))),
  };
}

function faultOf(name: string, { text, required }: HiddenPart, isLeaking: boolean): string[] {
  if (!ours.test(text)) return [`${name}: a hidden part is not one of ours`];
  return isLeaking && required ? [`${name}: a hidden part that is needed holds a secret`] : [];
}
