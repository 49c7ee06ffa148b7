import type { Category, Severity, Side } from "@swarm-actions/review";
import type { ColumnUnit } from "./columns.ts";

/** One replacement of text, as linters express it. Lines and columns are 1-based. */
export interface Edit {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  /** Exclusive; null for the end of the line, its terminator left alone. */
  readonly endColumn: number | null;
  readonly unit: ColumnUnit;
  readonly text: string;
}

/** What another program says, before it is checked against the change. */
export interface Claim {
  /** Every repository path it may mean, likeliest first; null when it speaks of the whole change. */
  readonly paths: readonly string[] | null;
  readonly side: Side;
  /** Null when it speaks of the whole file. */
  readonly lines: { readonly startLine: number; readonly endLine: number } | null;
  readonly severity: Severity;
  readonly category: Category;
  /** `agent/rule`. */
  readonly rule: string;
  readonly message: string;
  readonly confidence: number;
  /** Together they are one fix of the file the claim is about. */
  readonly edits: readonly Edit[];
}
