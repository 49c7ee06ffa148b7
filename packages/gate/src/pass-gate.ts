import { bodyOf } from "./body-of.ts";
import { countFaults } from "./count-texts.ts";
import { type CheckedParts, checkHiddenParts } from "./hidden-parts.ts";
import { stripHidden } from "./hidden-unicode.ts";
import { lengthOf, longest } from "./limits.ts";
import type { Rule } from "./markdown/edit.ts";
import type { GateChange, GateSetup, GateVerdict, Outgoing } from "./model.ts";
import { holdSecrets, removeSecrets } from "./secrets/remove-secrets.ts";
import { ScanFailure } from "./secrets/scan-texts.ts";
import { createShaper } from "./shape-text.ts";

const mostRead = longest.comment + 6000;

/** A text on its way, and what was done to it. */
interface Passing {
  readonly text: string;
  readonly changes: readonly Rule[];
}

/**
 * The last thing between what was said and what is written: takes secrets out, strips hidden Unicode,
 * makes mentions, closing keywords, links and HTML harmless, and keeps lengths and counts. Code reaches
 * GitHub byte for byte, but for secrets and hidden characters. Texts that have passed pass unchanged.
 */
export async function passGate(texts: readonly Outgoing[], setup: GateSetup): Promise<GateVerdict> {
  try {
    const faults = countFaults(texts, setup.policy);
    if (faults.length > 0) return { status: "blocked", reasons: faults };
    const parts = await checkHiddenParts(texts, setup);
    if (parts.faults.length > 0) return { status: "blocked", reasons: parts.faults };
    return judge(texts, parts, await makeSafe(texts, parts, setup), setup);
  } catch (thrown) {
    if (!(thrown instanceof ScanFailure)) throw thrown;
    return { status: "unavailable", reasons: [thrown.message] };
  }
}

async function makeSafe(
  texts: readonly Outgoing[],
  { kept }: CheckedParts,
  setup: GateSetup,
): Promise<readonly Passing[]> {
  const bare = texts.map(({ text }) => stripHidden(text));
  const written = bare.map(({ text }) => text);
  const clean = await removeSecrets(
    written.map((text) => bound(setup.redact(text))),
    setup,
  );
  const shape = await createShaper(setup.policy);
  return texts.map(({ kind, text: original }, at) => {
    const reserved = bodyOf({ text: "", hidden: kept[at] ?? [] }).length + 2;
    const { text = "", count = 0 } = clean[at] ?? {};
    const shaped = shape({ text, original, kind, reserved });
    const hidden = times("hidden-unicode", bare[at]?.count ?? 0);
    return {
      text: shaped.text,
      changes: [...hidden, ...times("secret", count), ...shaped.changes],
    };
  });
}

/** What is far beyond any limit is never looked at; no word is cut, since half a secret looks like none. */
function bound(text: string): string {
  if (text.length <= mostRead) return text;
  const cut = text.slice(0, mostRead);
  const end = cut.search(/\s\S*$/);
  return end > longest.comment ? cut.slice(0, end) : cut;
}

/** Looks at all of it once more, as if nothing had been done. */
async function judge(
  texts: readonly Outgoing[],
  { kept, dropped }: CheckedParts,
  safe: readonly Passing[],
  setup: GateSetup,
): Promise<GateVerdict> {
  const passed = texts.map(({ name, kind }, at): Outgoing => {
    return { name, kind, text: safe[at]?.text ?? "", hidden: kept[at] ?? [] };
  });
  const secret = await holdSecrets(
    passed.map(({ text }) => text),
    setup,
  );
  const reasons = passed.flatMap((text, at) => remainingFaults(text, secret[at] ?? true));
  if (reasons.length > 0) return { status: "blocked", reasons };
  const changes = passed.flatMap(({ name }, at) => {
    const dropping = times("secret", dropped[at] ?? 0);
    return countChanges(name, [...(safe[at]?.changes ?? []), ...dropping]);
  });
  return { status: "passed", texts: passed, changes };
}

function remainingFaults(outgoing: Outgoing, holdsSecret: boolean): string[] {
  const { name, kind } = outgoing;
  const secret = holdsSecret ? [`${name}: a secret could not be taken out`] : [];
  const isTooLong = lengthOf(bodyOf(outgoing), kind) > longest[kind];
  return isTooLong ? [...secret, `${name}: it is too long, and could not be cut`] : secret;
}

function countChanges(name: string, rules: readonly Rule[]): readonly GateChange[] {
  const groups = Map.groupBy(rules, (rule) => rule);
  return [...groups].map(([rule, { length }]) => ({ name, rule, count: length }));
}

function times(rule: Rule, count: number): readonly Rule[] {
  return Array.from({ length: count }, () => rule);
}
