import { CodedError } from "@swarm-actions/core";
import { bodyOf, type Outgoing, type TextKind } from "@swarm-actions/gate";
import type { DraftText, PublicationDraft } from "./draft.ts";
import { mapBodies } from "./map-bodies.ts";
import type { PublicationPlan } from "./plan.ts";

/** Every text of a draft, for the gate. */
export function outgoingOf(draft: PublicationDraft): readonly Outgoing[] {
  const texts: Outgoing[] = [];
  mapBodies(draft, (text: DraftText, name: string, kind: TextKind): null => {
    texts.push({ name, kind, ...text });
    return null;
  });
  return texts;
}

/**
 * The plan with the texts that passed.
 * @param texts what `passGate` gave for `outgoingOf(draft)`, in the same order.
 * @throws CodedError `publication/other-texts` when they are not of this draft.
 */
export function withTexts(draft: PublicationDraft, texts: readonly Outgoing[]): PublicationPlan {
  const left = [...texts];
  const plan = mapBodies(draft, (_text, name, kind) => {
    const next = left.shift();
    if (next === undefined || next.name !== name || next.kind !== kind) throw otherTexts(name);
    return bodyOf(next);
  });
  if (left[0] !== undefined) throw otherTexts(left[0].name);
  return plan;
}

/** Nothing has to be written. */
export function isEmpty({ review, summary, check, resolve }: PublicationPlan<unknown>): boolean {
  return review === null && summary.kind === "keep" && check === null && resolve.length === 0;
}

function otherTexts(name: string): CodedError {
  return new CodedError("publication/other-texts", `the text \`${name}\` is not of this plan`, {
    fault: "internal",
    fix: "Report this with the log of the run.",
  });
}
