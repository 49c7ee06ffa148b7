import type { Stage } from "./timeline.ts";
import { timelineOf } from "./timeline.ts";

/** GitHub refuses more than 1 MiB a step; some of it is kept for the timeline. Bytes. */
const limit = 1_000_000;
const leftOut = "\n\n_The rest does not fit into a job summary._\n";

/** The page of the run that people read; sections are Markdown, written in the order they came. */
export interface JobSummary {
  readonly add: (markdown: string) => void;
  /** All of it, cut to what GitHub takes. */
  readonly compose: (stages: readonly Stage[]) => string;
}

export function createJobSummary(): JobSummary {
  const sections: string[] = [];
  return {
    add: (markdown) => void sections.push(markdown),
    compose(stages) {
      const end = timelineOf(stages);
      const body = cut(sections.join("\n\n"), limit - Buffer.byteLength(end));
      return [body, end].filter((part) => part !== "").join("\n\n");
    },
  };
}

function cut(text: string, bytes: number): string {
  const all = Buffer.from(text);
  if (all.length <= bytes) return text;
  // A character cut in half becomes U+FFFD at the very end.
  return (
    all
      .subarray(0, bytes)
      .toString("utf8")
      .replace(/\uFFFD$/, "") + leftOut
  );
}
