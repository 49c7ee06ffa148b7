/**
 * `agent/rule` of whatever a program calls its rule: `lint/style/useConst` of the agent `biome`
 * becomes `biome/lint-style-use-const`.
 */
export function ruleId(agent: string, name: string | undefined): string {
  const words = (name ?? "")
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  return `${agent}/${words.join("-").slice(0, 100) || "finding"}`;
}
