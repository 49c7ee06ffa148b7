// Further segments are allowed, because linters have them: `eslint/@scope/rule`.
const wellFormed = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9@_][a-z0-9._@-]*)+$/i;
const longest = { owner: 40, name: 120 } as const;

/** Whether a rule id, `agent/rule`, can be shown and configured as it is. */
export function isRuleId(rule: string): boolean {
  return rule.length <= longest.owner + 1 + longest.name && wellFormed.test(rule);
}

/**
 * Makes a rule id of whatever an agent gave. Other characters become `-`; an id without a slash
 * goes under the agent's name; none at all becomes `unnamed`.
 */
export function normaliseRuleId(agent: string, raw: unknown): string {
  if (typeof raw === "string" && isRuleId(raw)) return raw;
  const text = typeof raw === "string" ? raw.trim() : "";
  const slash = text.indexOf("/");
  const owner = plainName(slash < 0 ? agent : text.slice(0, slash), longest.owner);
  const name = plainName(text.slice(slash + 1), longest.name);
  return `${owner || "agent"}/${name || "unnamed"}`;
}

/** Letters, digits and single hyphens, beginning and ending with a letter or digit. */
function plainName(text: string, length: number): string {
  const words = text.slice(0, 4 * length).match(/[a-z0-9]+/gi) ?? [];
  return words.join("-").slice(0, length).replace(/-$/, "");
}
