import type {
  Agent,
  ChangedFile,
  Place,
  Remark,
  ReviewTask,
  RuleDoc,
  Severity,
  Suggestion,
} from "@swarm-actions/review";

/** What a rule saw; the rule's document supplies the rest of the remark. */
export interface Observation {
  readonly place: Place;
  readonly message: string;
  /** Overrides the document's severity where this case is milder or worse. */
  readonly severity?: Severity;
  /** Default 0.9. */
  readonly confidence?: number;
  readonly suggestion?: Suggestion;
}

/** One rule: its document, and the function that finds what it documents. */
export interface Rule {
  readonly doc: RuleDoc;
  check(
    task: ReviewTask,
    signal: AbortSignal,
  ): Iterable<Observation> | Promise<Iterable<Observation>>;
}

export interface BuiltInAgent extends Agent {
  readonly rules: readonly RuleDoc[];
}

export interface BuiltInDefinition {
  readonly name: string;
  /** One line for `agents list`. */
  readonly rules: readonly Rule[];
  covers(file: ChangedFile): boolean;
}

/** Makes an agent of a list of rules. Its provider is itself; it judges its rules' categories. */
export function defineBuiltIn({ name, rules, covers }: BuiltInDefinition): BuiltInAgent {
  return {
    name,
    provider: name,
    weight: 1,
    categories: [...new Set(rules.map((rule) => rule.doc.category))].sort(),
    rules: rules.map((rule) => rule.doc),
    covers,
    async review(task, signal) {
      const remarks: Remark[] = [];
      for (const rule of rules) {
        signal.throwIfAborted();
        for (const seen of await rule.check(task, signal)) remarks.push(remarkOf(rule.doc, seen));
      }
      return { remarks, skipped: [], corrections: [], usage: null };
    },
  };
}

function remarkOf(doc: RuleDoc, seen: Observation): Remark {
  return {
    place: seen.place,
    severity: seen.severity ?? doc.severity,
    category: doc.category,
    rule: doc.id,
    message: seen.message,
    confidence: seen.confidence ?? 0.9,
    ...(seen.suggestion === undefined ? {} : { suggestion: seen.suggestion }),
  };
}
