import type { Finding } from "../finding/model.ts";
import type { RuleSetting } from "../settings.ts";
import { pathMatcher } from "./match-globs.ts";

/** Says what the configuration makes of a finding: another severity, or the reason it is silenced. */
export type RulePolicy = (finding: Finding) => Finding | { readonly silenced: string };

interface CompiledSetting {
  readonly severity: RuleSetting["severity"];
  readonly speaksOn: (path: string) => boolean;
}

/** Compiles the settings once; asking the policy about many findings is then cheap. */
export function compileRulePolicy(rules: Readonly<Record<string, RuleSetting>>): RulePolicy {
  const compiled = new Map<string, CompiledSetting>();
  return (finding) => {
    const key = `${finding.agent} ${finding.rule}`;
    const setting = compiled.get(key) ?? compileSetting(settingOf(rules, finding));
    compiled.set(key, setting);
    return applySetting(setting, finding);
  };
}

/** What is said of the rule itself goes before what is said of all rules of its agent, key by key. */
function settingOf(
  rules: Readonly<Record<string, RuleSetting>>,
  { agent, rule }: Finding,
): RuleSetting {
  const owner = rule.slice(0, rule.indexOf("/"));
  const keys = [`${agent}/*`, `${owner}/*`, rule].filter((key) => Object.hasOwn(rules, key));
  return Object.assign({}, ...keys.map((key) => rules[key]));
}

function compileSetting({ severity, ...globs }: RuleSetting): CompiledSetting {
  return { severity, speaksOn: pathMatcher(globs) };
}

function applySetting(setting: CompiledSetting, finding: Finding): ReturnType<RulePolicy> {
  const { severity, speaksOn } = setting;
  if (severity === "off") return { silenced: "the rule is switched off" };
  if (finding.place.kind !== "change" && !speaksOn(finding.place.path)) {
    return { silenced: "the rule is silent on this path" };
  }
  return severity === undefined ? finding : { ...finding, severity };
}
