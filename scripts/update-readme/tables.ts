import { parse } from "yaml";
import type { ActionFolder } from "../find-actions.ts";

/** What the tables of an action's README are made of. */
export interface ActionDescription {
  readonly name: string;
  readonly description: string;
  readonly inputs: readonly DescribedInput[];
  readonly outputs: readonly DescribedOutput[];
}

export interface DescribedInput extends DescribedOutput {
  readonly required: boolean;
  /** Null where there is none. */
  readonly default: string | null;
}

export interface DescribedOutput {
  readonly name: string;
  readonly description: string;
}

interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Readonly<
    Record<string, { description: string; required?: boolean; default?: unknown }>
  >;
  readonly outputs?: Readonly<Record<string, { description: string }>>;
}

/** Reads an `action.yml`. */
export function describeAction(text: string): ActionDescription {
  const { name, description, inputs = {}, outputs = {} }: ActionFile = parse(text);
  return {
    name,
    description,
    inputs: Object.entries(inputs).map(([input, { description, required, default: value }]) => ({
      name: input,
      description,
      required: required === true,
      default: value === undefined ? null : String(value),
    })),
    outputs: Object.entries(outputs).map(([output, { description }]) => ({
      name: output,
      description,
    })),
  };
}

export function inputTable(inputs: readonly DescribedInput[]): string {
  const rows = inputs.map(({ name, description, required, default: value }) => [
    code(name),
    description,
    required ? "**required**" : value === null || value === "" ? "" : code(value),
  ]);
  return table(["Input", "What it is for", "Default"], rows);
}

export function outputTable(outputs: readonly DescribedOutput[]): string {
  const rows = outputs.map(({ name, description }) => [code(name), description]);
  return table(["Output", "What it holds"], rows);
}

/** All actions, for the README of the project; each with the folder it is in. */
export function actionTable(
  actions: ReadonlyMap<Pick<ActionFolder, "name" | "home">, ActionDescription>,
): string {
  const rows = [...actions].map(([{ name, home }, { description }]) => [
    `[\`${name}\`](${home}/README.md)`,
    `${description.replace(/\.$/, "")}.`,
  ]);
  return table(["Action", "What it does"], rows);
}

/** A table of Markdown, a row a line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const rule = `|${head.map(() => "---").join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n").replace(/\| {2}(?=\|)/g, "| ");
}

/** One line; a bar would end the cell, even in code. */
function cell(text: string): string {
  return text.trim().replace(/\s+/g, " ").replaceAll("|", "\\|");
}

export function code(text: string): string {
  return `\`${text}\``;
}
