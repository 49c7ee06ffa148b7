/** What an action tells the runner, as data: the real runner prints it, a test's only collects it. */
export type Message =
  | { readonly kind: "info" | "debug"; readonly text: string }
  | { readonly kind: "group"; readonly title: string }
  | { readonly kind: "group-end" }
  | { readonly kind: "output"; readonly name: string; readonly value: string }
  /** From here on the runner shows `***` in its place. */
  | { readonly kind: "mask"; readonly value: string }
  | ({ readonly kind: "annotation" } & Annotation);

/** A remark that GitHub shows beside the run, and on the file if it names one. Lines are 1-based. */
export interface Annotation {
  readonly level: "notice" | "warning" | "error";
  readonly title: string;
  readonly text: string;
  readonly place?: {
    readonly path: string;
    readonly startLine: number;
    readonly endLine: number;
  };
}

/** The machine that runs the action; everything an action does to it goes through here. */
export interface Runner {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly tell: (message: Message) => void;
  /** Shown on the run's page; at most 1 MiB of Markdown. */
  readonly writeSummary: (markdown: string) => Promise<void>;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}
