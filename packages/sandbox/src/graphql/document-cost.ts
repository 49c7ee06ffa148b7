import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import type { DocumentCost } from "./context.ts";
import type { Arguments } from "./fields.ts";

/** What one object's selections ask for. */
interface Amount {
  readonly requests: number;
  readonly nodes: number;
}

/** Counts as GitHub documents it: before anything is read, as if every page were full. */
export function costOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Arguments,
): DocumentCost {
  const fragments = new Map<string, SelectionSetNode>();
  for (const part of document.definitions) {
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part.selectionSet);
  }
  const { requests, nodes } = new Counter(fragments, variables).count(operation.selectionSet);
  return { points: Math.max(1, Math.round(requests / 100)), nodes };
}

class Counter {
  readonly #fragments: ReadonlyMap<string, SelectionSetNode>;
  readonly #variables: Arguments;
  /** Each set is counted once, or fragments within fragments would take forever. */
  readonly #counted = new Map<SelectionSetNode, Amount>();

  constructor(fragments: ReadonlyMap<string, SelectionSetNode>, variables: Arguments) {
    this.#fragments = fragments;
    this.#variables = variables;
  }

  count(set: SelectionSetNode | undefined): Amount {
    if (set === undefined) return { requests: 0, nodes: 0 };
    const known = this.#counted.get(set);
    if (known !== undefined) return known;
    const parts = set.selections.map((selection) => this.#countSelection(selection));
    const amount = {
      requests: parts.reduce((sum, part) => sum + part.requests, 0),
      nodes: parts.reduce((sum, part) => sum + part.nodes, 0),
    };
    this.#counted.set(set, amount);
    return amount;
  }

  #countSelection(selection: SelectionNode): Amount {
    if (selection.kind === Kind.FIELD) return this.#countField(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.count(selection.selectionSet);
    return this.count(this.#fragments.get(selection.name.value));
  }

  #countField(field: FieldNode): Amount {
    const inside = this.count(field.selectionSet);
    const size = pageSizeOf(field, this.#variables);
    if (size === null) return inside;
    return { requests: 1 + size * inside.requests, nodes: size + size * inside.nodes };
  }
}

function pageSizeOf(field: FieldNode, variables: Arguments): number | null {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== "first" && name.value !== "last") continue;
    const size: unknown = valueFromASTUntyped(value, variables);
    if (typeof size === "number") return Math.max(0, size);
  }
  return null;
}
