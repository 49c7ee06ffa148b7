import type { ReviewTask, RuleDoc, TaskFile } from "@swarm-actions/review";
import { type AddedLine, addedLines, placeOfLines } from "../added-lines.ts";
import { afterText } from "../after-text.ts";
import type { Observation, Rule } from "../define.ts";
import { readDocument, type WorkflowDocument } from "./document.ts";
import { type WorkflowKind, workflowKind } from "./kind.ts";

/** A workflow or action file under review, both sides parsed once for all rules. */
export interface ReviewedWorkflow {
  readonly file: TaskFile;
  readonly path: string;
  readonly kind: WorkflowKind;
  readonly after: WorkflowDocument;
  /** Null when the file is new, or its old side is not at hand. */
  readonly before: WorkflowDocument | null;
  /** The lines the change adds, by line number. */
  readonly added: ReadonlyMap<number, AddedLine>;
}

const reviewed = new WeakMap<TaskFile, ReviewedWorkflow | null>();

/** Null when there is nothing to say about: deleted, unreadable, or no hunk to be reviewed. */
export function reviewedWorkflow(file: TaskFile): ReviewedWorkflow | null {
  const known = reviewed.get(file);
  if (known !== undefined) return known;
  const made = read(file);
  reviewed.set(file, made);
  return made;
}

/** A rule that looks at one file at a time, knowing the others of the change. */
export function workflowRule(
  doc: RuleDoc,
  look: (
    workflow: ReviewedWorkflow,
    all: readonly ReviewedWorkflow[],
  ) => Iterable<Observation> | Promise<Iterable<Observation>>,
): Rule {
  return {
    doc,
    async check(task: ReviewTask, signal: AbortSignal) {
      const seen: Observation[] = [];
      const all = task.files.flatMap((file) => reviewedWorkflow(file) ?? []);
      for (const workflow of all) {
        signal.throwIfAborted();
        seen.push(...(await look(workflow, all)));
      }
      return seen;
    },
  };
}

/** What a rule says about a line; silent unless the change adds that line. */
export function onAddedLine(
  workflow: ReviewedWorkflow,
  line: number,
  rest: Omit<Observation, "place">,
): readonly Observation[] {
  const added = workflow.added.get(line);
  return added === undefined ? [] : [{ place: placeOfLines(added), ...rest }];
}

function read(file: TaskFile): ReviewedWorkflow | null {
  const kind = workflowKind(file.diff.path);
  const text = afterText(file);
  if (kind === null || text === null || file.hunks.length === 0) return null;
  const after = readDocument(text);
  if (after === null) return null;
  const before = file.before === null ? null : readDocument(file.before);
  const added = new Map(addedLines(file).map((line) => [line.line, line]));
  return { file, path: file.diff.path, kind, after, before, added };
}
