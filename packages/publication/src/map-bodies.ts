import type { TextKind } from "@swarm-actions/gate";
import type { CheckPlan, PublicationPlan, ReviewPlan, SummaryPlan } from "./plan.ts";

/** Gives another text for each, told what it is called and where it goes; always in the same order. */
export type MapBody<From, To> = (body: From, name: string, kind: TextKind) => To;

export function mapBodies<From, To>(
  plan: PublicationPlan<From>,
  map: MapBody<From, To>,
): PublicationPlan<To> {
  return {
    ...plan,
    review: plan.review && mapReview(plan.review, map),
    summary: mapSummary(plan.summary, map),
    check: plan.check && mapCheck(plan.check, map),
  };
}

function mapReview<From, To>(
  { body, lines, files, ...review }: ReviewPlan<From>,
  map: MapBody<From, To>,
): ReviewPlan<To> {
  return {
    ...review,
    body: map(body, "review", "review-body"),
    lines: lines.map((comment) => {
      const name = `comment on ${comment.path}:${comment.line}`;
      return { ...comment, body: map(comment.body, name, "inline-comment") };
    }),
    files: files.map((comment) => {
      return {
        ...comment,
        body: map(comment.body, `comment on ${comment.path}`, "inline-comment"),
      };
    }),
  };
}

function mapSummary<From, To>(summary: SummaryPlan<From>, map: MapBody<From, To>): SummaryPlan<To> {
  if (summary.kind === "keep") return summary;
  return { ...summary, body: map(summary.body, "summary", "comment") };
}

function mapCheck<From, To>(
  { title, summary, annotations, ...check }: CheckPlan<From>,
  map: MapBody<From, To>,
): CheckPlan<To> {
  return {
    ...check,
    title: map(title, "check title", "title"),
    summary: map(summary, "check summary", "check-summary"),
    annotations: annotations.map((annotation) => {
      const { title: heading, message, path, startLine } = annotation;
      const name = `annotation on ${path}:${startLine}`;
      return {
        ...annotation,
        title: map(heading, `${name}, title`, "title"),
        message: map(message, name, "annotation"),
      };
    }),
  };
}
