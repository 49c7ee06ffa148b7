/** Where a text will be written; it decides how long it may be. */
export type TextKind =
  | "comment"
  | "review-body"
  | "inline-comment"
  | "check-summary"
  | "annotation"
  | "title";

/** What a program of ours reads back from a comment and people don't see. */
export interface HiddenPart {
  /** One HTML comment of ours, `<!-- swarm-actions:NAME DATA -->`; anything else is blocked. */
  readonly text: string;
  /** What is packed into `text`, readable, so that secrets are looked for in it; empty when nothing is. */
  readonly packed: string;
  /** Without it the comment could not be found again, so a secret in it blocks; others are left out. */
  readonly required: boolean;
}

/** A text that is about to be written where others read it. */
export interface Outgoing {
  /** Names it in what the gate reports: `summary`, `inline src/a.ts:3`. */
  readonly name: string;
  readonly kind: TextKind;
  /** Markdown, with everything in it that agents, changes and people said. */
  readonly text: string;
  /** Stands below the text, in this order; never cut, and never made of what others said. */
  readonly hidden: readonly HiddenPart[];
}

export interface GatePolicy {
  /** Hosts that links may lead to, `example.com` or `*.example.com`; others are shown, not linked. */
  readonly allowedHosts: readonly string[];
  /** How many texts of a kind one run may write; more is blocked. */
  readonly maxTexts: Readonly<Partial<Record<TextKind, number>>>;
}

/** What the gate changed in a text, for the log and the job summary. Never quotes what it removed. */
export interface GateChange {
  readonly name: string;
  readonly rule:
    | "secret"
    | "hidden-unicode"
    | "mention"
    | "closing-keyword"
    | "link"
    | "html"
    | "length";
  readonly count: number;
}

/**
 * `passed`: every text is safe to write, perhaps after changes. `blocked`: something could not be made
 * safe; nothing may be written. `unavailable`: a check could not be made; nothing may be written.
 */
export type GateVerdict =
  | {
      readonly status: "passed";
      /** In the order given; `name` and `kind` as they were. `bodyOf` puts text and hidden parts together. */
      readonly texts: readonly Outgoing[];
      readonly changes: readonly GateChange[];
    }
  | { readonly status: "blocked" | "unavailable"; readonly reasons: readonly string[] };

/** Finds what looks like a secret. Rejects when it cannot look. */
export interface SecretScanner {
  /** Start and end offsets, UTF-16. */
  readonly scan: (
    text: string,
  ) => Promise<readonly { readonly start: number; readonly end: number }[]>;
}

export interface GateSetup {
  readonly policy: GatePolicy;
  readonly scanner: SecretScanner;
  /** Takes out values known to be secret. */
  readonly redact: (text: string) => string;
}
