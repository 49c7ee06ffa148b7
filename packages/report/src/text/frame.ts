import { counted, fit } from "@swarm-actions/display";
import type { LineKind } from "@swarm-actions/review";
import type { CodeFrame, FrameLine } from "../code-frame.ts";
import type { SuggestedEdit } from "../suggestion.ts";
import type { Page } from "./page.ts";

const signs: Readonly<Record<LineKind, string>> = { added: "+", deleted: "-", context: " " };

/** The code with line numbers, `>` before the lines a finding is about, `+`/`-` for what changed. */
export function frameLines(page: Page, frame: CodeFrame, indent: string): string[] {
  const digits = String(frame.lines.at(-1)?.number ?? 0).length;
  const lines = frame.lines.map((line) => indent + frameLine(page, line, digits, indent.length));
  if (frame.omitted === 0) return lines;
  const more = `${" ".repeat(digits + 2)}… ${counted(frame.omitted, "more line")}`;
  return [...lines, indent + page.paint.dim(more)];
}

function frameLine(page: Page, line: FrameLine, digits: number, used: number): string {
  const number = `${line.marked ? ">" : " "} ${String(line.number).padStart(digits)} │`;
  const text = fit(`${signs[line.kind]}${line.text}`, page.width - used - digits - 4);
  const code = line.kind === "added" ? page.paint.added : page.paint.deleted;
  const gutter = line.marked ? page.paint.bold(number) : page.paint.dim(number);
  return `${gutter}${line.kind === "context" ? text : code(text)}`.trimEnd();
}

/** What is suggested, as a small diff. */
export function editLines(page: Page, edit: SuggestedEdit, indent: string): string[] {
  const columns = page.width - indent.length;
  const lines = edit.lines.map(({ kind, text }) => {
    const line = fit(`${signs[kind]} ${text}`, columns);
    return indent + (kind === "added" ? page.paint.added(line) : page.paint.deleted(line));
  });
  const rest = edit.omitted > 0 ? [`${indent}… ${counted(edit.omitted, "more line")}`] : [];
  return [`${indent}${page.paint.dim("Suggestion:")}`, ...lines, ...rest];
}
