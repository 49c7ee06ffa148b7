import type { Side } from "../diff/model.ts";

/** From worst to mildest. */
export const severities = ["critical", "high", "medium", "low", "info"] as const;
export type Severity = (typeof severities)[number];

export const categories = [
  "security",
  "correctness",
  "performance",
  "tests",
  "maintainability",
  "dependencies",
  "documentation",
  "style",
] as const;
export type Category = (typeof categories)[number];

/** What a finding points at. Lines are 1-based and inclusive, in the file of that side. */
export type Place =
  | {
      readonly kind: "lines";
      readonly path: string;
      readonly side: Side;
      readonly startLine: number;
      readonly endLine: number;
    }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "change" };

/** Replaces whole lines `startLine`–`endLine` of the new side. An empty replacement deletes them. */
export interface Suggestion {
  readonly startLine: number;
  readonly endLine: number;
  /** The new lines joined by `\n`, without a final `\n`. */
  readonly replacement: string;
}

/** What an agent says: one remark on a place. */
export interface Remark {
  readonly place: Place;
  readonly severity: Severity;
  readonly category: Category;
  /** `agent/rule`, kebab-case, for example `secrets/aws-access-key`. */
  readonly rule: string;
  /** Plain text or simple Markdown; one short paragraph that says what is wrong and what to do. */
  readonly message: string;
  readonly suggestion?: Suggestion;
  /** 0–1: how sure the agent is. */
  readonly confidence: number;
}

/** A remark signed by its agent. */
export interface Finding extends Remark {
  readonly agent: string;
  /** Whose judgement it is; a quorum counts providers, not agents. */
  readonly provider: string;
  /** 16 hexadecimal digits; the same for the same remark after lines moved or a rebase. */
  readonly fingerprint: string;
}
