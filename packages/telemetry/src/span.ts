/** What came of a run, a job or a task, in the words of the conventions for CI/CD. */
export type SpanResult = "success" | "failure" | "error" | "timeout" | "cancellation" | "skip";

/** A stretch of time with a name, as data. Times are milliseconds since 1970. */
export interface SpanData {
  readonly name: string;
  readonly kind: "server" | "internal";
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** Null: it is the root of its trace. */
  readonly parentId: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** What kind of fault it was; null: none. */
  readonly errorType: string | null;
}
