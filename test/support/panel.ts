import type { Panel, PanelMember, Remark, ReviewRequest, ReviewTask } from "@swarm-actions/review";
import { categories, defaultReviewSettings } from "@swarm-actions/review";
import { agentOf, emptyChange } from "./report.ts";

/** An agent of a panel made for a test: what it covers and what it says. */
export interface Speaker extends Partial<Omit<PanelMember, "remarks" | "report">> {
  readonly name: string;
  readonly says?: (task: ReviewTask) => readonly Remark[];
  readonly covers?: (path: string) => boolean;
  readonly report?: Partial<PanelMember["report"]>;
}

/** A panel that answers at once; agents cover everything and say nothing unless told otherwise. */
export function panelOf(...speakers: readonly Speaker[]): Panel {
  return { review: async (task) => speakers.map((speaker) => answerOf(speaker, task)) };
}

/** An agent that worked, covered nothing and said nothing. */
export function memberOf(
  overrides: Partial<Omit<PanelMember, "report">> & {
    report?: Partial<PanelMember["report"]>;
  } = {},
): PanelMember {
  const { name = "reader", provider = name, report, ...rest } = overrides;
  return {
    name,
    provider,
    weight: 1,
    categories,
    coveredPaths: [],
    remarks: [],
    skipped: [],
    ...rest,
    report: agentOf({ name, provider, ...report }),
  };
}

/** An agent that failed for a reason. */
export function failedMember(name: string, message = "the connection was lost"): PanelMember {
  const error = { code: "agent/lost", message, fix: "Try again." };
  return memberOf({ name, report: { status: "failed", error } });
}

/** A remark on one line of the new side. */
export function remarkOn(path: string, line: number, overrides: Partial<Remark> = {}): Remark {
  return {
    place: { kind: "lines", path, side: "new", startLine: line, endLine: line },
    severity: "medium",
    category: "correctness",
    rule: "reader/word",
    message: `A word in ${path} does not belong there.`,
    confidence: 0.9,
    ...overrides,
  };
}

/** Remarks on every changed line with that word, in the hunks of the task and nowhere else. */
export function findWord(
  word: string,
  overrides: Partial<Remark> = {},
): (task: ReviewTask) => readonly Remark[] {
  return (task) =>
    task.files.flatMap(({ diff, hunks }) =>
      hunks
        .flatMap((hunk) => diff.hunks[hunk]?.lines ?? [])
        .filter(({ kind, text }) => kind !== "context" && text.includes(word))
        .map(({ text, oldLine, newLine }) => {
          const line = newLine ?? oldLine ?? 0;
          const side = newLine === null ? "old" : "new";
          const place = {
            kind: "lines",
            path: diff.path,
            side,
            startLine: line,
            endLine: line,
          } as const;
          return remarkOn(diff.path, line, {
            place,
            message: `This says ${text.trim()}.`,
            ...overrides,
          });
        }),
    );
}

/** A request to review nothing with nobody, but for the overrides. */
export function requestOf(overrides: Partial<ReviewRequest> = {}): ReviewRequest {
  return {
    change: emptyChange(),
    panel: panelOf(),
    settings: defaultReviewSettings,
    panelDigest: "this panel",
    previous: null,
    ...overrides,
  };
}

function answerOf({ says, covers, ...rest }: Speaker, task: ReviewTask): PanelMember {
  const paths = task.files.map((file) => file.diff.path).filter(covers ?? (() => true));
  const ok = rest.report?.status === undefined || rest.report.status === "ok";
  return memberOf({
    coveredPaths: ok ? paths : [],
    remarks: ok ? (says?.(task) ?? []) : [],
    ...rest,
  });
}
