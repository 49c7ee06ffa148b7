import type { SarifComponent, SarifResult, SarifRule, SarifRun } from "./log.ts";

interface IndexedComponent {
  readonly component: SarifComponent;
  readonly byId: ReadonlyMap<string, SarifRule>;
}

/** Finds a result's rule among the driver's and its extensions'. */
export class SarifRules {
  readonly #driver: IndexedComponent;
  readonly #extensions: readonly IndexedComponent[];

  constructor(run: SarifRun) {
    this.#driver = indexed(run.tool.driver);
    this.#extensions = (run.tool.extensions ?? []).map(indexed);
  }

  /** The rule's metadata; undefined when the run has none. */
  find(result: SarifResult): SarifRule | undefined {
    const { component, byId } = this.#componentOf(result);
    const index = result.rule?.index ?? result.ruleIndex ?? -1;
    const id = ruleName(result);
    const atIndex = component.rules?.[index];
    if (atIndex !== undefined && fits(atIndex, id)) return atIndex;
    if (id === undefined) return undefined;
    const everywhere = [byId, this.#driver.byId, ...this.#extensions.map((one) => one.byId)];
    return firstFound(everywhere, id) ?? firstFound(everywhere, parentOf(id));
  }

  /** A message shared by all of the driver's rules. */
  globalMessage(id: string): string | undefined {
    const strings = this.#driver.component.globalMessageStrings;
    return strings !== undefined && Object.hasOwn(strings, id) ? strings[id]?.text : undefined;
  }

  #componentOf(result: SarifResult): IndexedComponent {
    const wanted = result.rule?.toolComponent;
    if (wanted === undefined) return this.#driver;
    const at = wanted.index === undefined ? undefined : this.#extensions[wanted.index];
    const named = ({ component }: IndexedComponent): boolean =>
      (wanted.guid !== undefined && component.guid === wanted.guid) ||
      (wanted.name !== undefined && component.name === wanted.name);
    return at ?? this.#extensions.find(named) ?? this.#driver;
  }
}

/** The rule's name as the result gives it. */
export function ruleName(result: SarifResult): string | undefined {
  return result.ruleId ?? result.rule?.id;
}

function indexed(component: SarifComponent): IndexedComponent {
  const byId = new Map<string, SarifRule>();
  for (const rule of component.rules ?? []) if (rule.id !== undefined) byId.set(rule.id, rule);
  return { component, byId };
}

function firstFound(
  indexes: readonly ReadonlyMap<string, SarifRule>[],
  id: string,
): SarifRule | undefined {
  for (const index of indexes) {
    const rule = index.get(id);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** An index that leads to another rule than the name says is wrong. */
function fits(rule: SarifRule, id: string | undefined): boolean {
  return (
    id === undefined || rule.id === undefined || id === rule.id || id.startsWith(`${rule.id}/`)
  );
}

/** `CA1000/1` is a case of the rule `CA1000`. */
function parentOf(id: string): string {
  const slash = id.lastIndexOf("/");
  return slash === -1 ? id : id.slice(0, slash);
}
