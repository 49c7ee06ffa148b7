import type { Category, Severity } from "./finding/model.ts";

/** A small change that shows a rule at work: path → content, before and after. */
export interface RuleExample {
  readonly title: string;
  /** Absent: nothing existed before. */
  readonly before?: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** What `agents explain RULE` shows, and what its tests are made of. */
export interface RuleDoc {
  /** `agent/rule`, kebab-case. */
  readonly id: string;
  /** One line, what the rule finds. */
  readonly title: string;
  readonly severity: Severity;
  readonly category: Category;
  /** The lines it points at hold a value that no report may show. */
  readonly conceals?: true;
  /** Why it matters to the person whose change it is. */
  readonly why: string;
  /** What to do instead. */
  readonly fix: string;
  /** Each must be flagged by this rule. */
  readonly flagged: readonly RuleExample[];
  /** None may be flagged by this rule. */
  readonly clean: readonly RuleExample[];
}
