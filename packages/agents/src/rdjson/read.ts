import { parseJson, validate } from "../reported/json.ts";
import { type DiagnosticSeverity, diagnosticResult } from "./diagnostic.ts";

/** One object, one diagnostic a line, or whichever of them the text turns out to be. */
export type RdjsonShape = "object" | "lines" | "auto";

export interface Diagnostics {
  readonly items: readonly { readonly value: unknown; readonly place: string }[];
  readonly source: string | undefined;
  readonly severity: DiagnosticSeverity;
}

/** Parses without judging, so that a health check can tell whether the text is of the format. */
export function readDiagnostics(text: string, place: string, shape: RdjsonShape): Diagnostics {
  const whole = shape === "lines" ? undefined : wholeObject(text, place, shape);
  if (whole === undefined) return linesOfJson(text, place);
  const result = validate(diagnosticResult, whole, place, "reviewdog's rdjson");
  const items = result.diagnostics.map((value, at) => ({ value, place: `diagnostics[${at}]` }));
  return { items, source: result.source?.name, severity: result.severity };
}

/** The text as one object, or undefined when it is one diagnostic a line. */
function wholeObject(text: string, place: string, shape: RdjsonShape): unknown {
  if (shape === "object") return parseJson(text, place);
  try {
    const value: unknown = JSON.parse(text);
    const isOne = typeof value === "object" && value !== null && "message" in value;
    return isOne ? undefined : value;
  } catch {
    // Several objects in a row are not JSON as a whole; line by line they are.
    return undefined;
  }
}

function linesOfJson(text: string, place: string): Diagnostics {
  const items: { value: unknown; place: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const where = `line ${index + 1}`;
    items.push({ value: parseJson(line, `${place}, ${where},`), place: where });
  }
  return { items, source: undefined, severity: undefined };
}
