import type { Place, Severity, Suggestion } from "@swarm-actions/review";

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
