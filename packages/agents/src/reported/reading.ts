import type { Category, Remark, SkippedHunk } from "@swarm-actions/review";
import type { CommonOptions } from "../scope.ts";
import { rootsOf } from "./repository-path.ts";
import { type GivenSeverities, type Severities, severitiesOf } from "./severity.ts";
import { Tally } from "./tally.ts";
import type { TaskLines } from "./task-lines.ts";

/** What a format's reader needs to know besides the text. */
export interface Reading {
  /** The agent's name; rules are named after it. */
  readonly agent: string;
  /** The file or program the text came from, for messages. */
  readonly place: string;
  /** Absolute folders, any of which is the repository's root. */
  readonly roots: readonly string[];
  readonly lines: TaskLines;
  readonly severities: Severities;
  /** What the agent is limited to; null when every category will do. */
  readonly categories: readonly Category[] | null;
  readonly tally: Tally;
}

interface ReadingOptions extends Pick<CommonOptions, "categories"> {
  readonly severities?: GivenSeverities;
}

/** How an agent reads what programs wrote about a task; the place of each text is still to be said. */
export function readingOf(
  agent: string,
  options: ReadingOptions,
  root: string | null,
  lines: TaskLines,
): Omit<Reading, "place"> {
  return {
    agent,
    roots: rootsOf(root),
    lines,
    severities: severitiesOf(options.severities),
    categories: options.categories ?? null,
    tally: new Tally(),
  };
}

/** What a report says about the lines under review. Corrections are in the reading's tally. */
export interface Report {
  readonly remarks: readonly Remark[];
  readonly skipped: readonly SkippedHunk[];
}

/** The category a program hints at, or the first that the agent judges. */
export function categoryOf(hint: Category | undefined, reading: Reading): Category {
  const { categories } = reading;
  if (categories === null) return hint ?? "correctness";
  if (hint !== undefined && categories.includes(hint)) return hint;
  return categories[0] ?? "correctness";
}
