/** Where the lines of an audit log go. */
export interface AuditSink {
  /** The lines that are there already, without their ends; empty for a new log. */
  readonly read: () => Promise<readonly string[]>;
  /** Adds one line at the end; resolves when it is kept. */
  readonly append: (line: string) => Promise<void>;
}
