import type { SarifMessage, SarifRule } from "./log.ts";
import type { SarifRules } from "./rules.ts";

const longest = 8000;

/** What a result says, with its arguments filled in; null when it says nothing. */
export function messageText(
  message: SarifMessage,
  rule: SarifRule | undefined,
  rules: SarifRules,
): string | null {
  const own = message.text ?? message.markdown ?? stored(message.id, rule, rules);
  const text = fill((own ?? "").slice(0, longest), message.arguments ?? []).trim();
  if (text !== "") return withoutLinks(text);
  const about = rule?.shortDescription?.text?.trim() ?? "";
  return about === "" ? null : about;
}

function stored(
  id: string | undefined,
  rule: SarifRule | undefined,
  rules: SarifRules,
): string | undefined {
  if (id === undefined) return undefined;
  const strings = rule?.messageStrings;
  const own = strings !== undefined && Object.hasOwn(strings, id) ? strings[id]?.text : undefined;
  return own ?? rules.globalMessage(id);
}

/** `{0}` is the first argument; `{{` and `}}` are braces. */
function fill(text: string, values: readonly string[]): string {
  if (values.length === 0) return text;
  return text.replace(/\{\{|\}\}|\{(\d{1,3})\}/g, (found: string, index?: string) =>
    index === undefined ? found.charAt(0) : (values[Number(index)] ?? found).slice(0, 1000),
  );
}

/** `[name](1)` points at a related location, which a remark does not show. */
function withoutLinks(text: string): string {
  return text.replace(/\[([^[\]]{1,500})\]\(\d{1,6}\)/g, "$1");
}
