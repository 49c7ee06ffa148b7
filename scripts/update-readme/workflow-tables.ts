import { parse } from "yaml";
import { code, table } from "./tables.ts";

interface Described {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: unknown;
}

interface CalledWorkflow {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly secrets: Readonly<Record<string, Described>>;
}

/** The tables of several workflows that others call, by their names: what they have in common is said once. */
export function workflowTables(
  texts: ReadonlyMap<string, string>,
): Readonly<Record<"workflow-inputs" | "workflow-outputs" | "workflow-secrets", string>> {
  const workflows = new Map([...texts].map(([name, text]) => [name, readCall(text)]));
  const kind = (of: keyof CalledWorkflow): string =>
    commonTable(new Map([...workflows].map(([name, workflow]) => [name, workflow[of]])), of);
  return {
    "workflow-inputs": kind("inputs"),
    "workflow-outputs": kind("outputs"),
    "workflow-secrets": kind("secrets"),
  };
}

function readCall(text: string): CalledWorkflow {
  const { inputs = {}, outputs = {}, secrets = {} } = parse(text).on.workflow_call;
  return { inputs, outputs, secrets };
}

function commonTable(
  workflows: ReadonlyMap<string, Readonly<Record<string, Described>>>,
  of: keyof CalledWorkflow,
): string {
  const names = new Set([...workflows.values()].flatMap(Object.keys));
  const rows = [...names].map((name) => {
    const having = [...workflows].filter(([, described]) => name in described);
    const first = having[0]?.[1][name];
    const where =
      having.length === workflows.size ? "" : having.map(([one]) => code(one)).join(", ");
    const shown = String(first?.default ?? "");
    const value = of === "inputs" ? [shown === "" ? "" : code(shown)] : [];
    return [code(name), first?.description ?? "", ...value, where];
  });
  const head = { inputs: "Input", outputs: "Output", secrets: "Secret" }[of];
  const middle = of === "inputs" ? ["Default"] : [];
  return table([head, "What it is", ...middle, "Only of"], rows);
}
