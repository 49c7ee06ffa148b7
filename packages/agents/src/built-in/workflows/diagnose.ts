import type { WorkflowDocument } from "./document.ts";
import { expandedSize } from "./expanded-size.ts";
import type { WorkflowKind } from "./kind.ts";
import { type Diagnostic, loadService } from "./service.ts";

/** What GitHub's language service says about a place in a file. */
export interface Diagnosis {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  /** GitHub refuses the file, or the value can only be a mistake at run time. */
  readonly severity: "error" | "warning";
}

/** The service writes aliases out and slows down with every step, so it gets no more than this. */
const maxNodes = 20_000;

/** Null when the file is too large to be given to the service. */
export async function diagnose(
  document: WorkflowDocument,
  kind: WorkflowKind,
): Promise<readonly Diagnosis[] | null> {
  if (expandedSize(document.root, document.resolve) > maxNodes) return null;
  const service = await loadService();
  const lines = document.text.trimEnd().split("\n").length;
  const found = await service(document.text, kind);
  return found.filter(({ code }) => code !== conditionCode).map((one) => diagnosisOf(one, lines));
}

/** Told by `workflows/always-true-condition`, with a suggestion. */
const conditionCode = "expression-literal-text-in-condition";

function diagnosisOf(found: Diagnostic, lines: number): Diagnosis {
  const text = typeof found.message === "string" ? found.message : found.message.value;
  const firstLine = text.split("\n", 1)[0] ?? "";
  return {
    // A fault at the very end is placed behind the last line break, where there is no line.
    line: Math.min(found.range.start.line + 1, lines),
    message: firstLine.replace(/ at line \d+, column \d+:?$/, ""),
    // 2 and above are warnings and hints in the language server protocol; absent is an error.
    severity: (found.severity ?? 1) > 1 ? "warning" : "error",
  };
}
