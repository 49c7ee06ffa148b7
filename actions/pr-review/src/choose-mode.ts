import type { ActionEvent } from "@swarm-actions/action-kit";
import { CodedError } from "@swarm-actions/core";
import type { ReviewInputs } from "./inputs.ts";

type CommentEvent = Extract<ActionEvent, { name: "issue_comment" }>;

/** What this run is there for, with all that the event says about it. */
export type Task =
  | { readonly mode: "review" | "analyze"; readonly number: number }
  | { readonly mode: "publish"; readonly runId: number }
  | { readonly mode: "command"; readonly event: CommentEvent };

/** @throws CodedError `pr-review/unsafe-event`, `pr-review/no-pull-request`, `pr-review/wrong-event` */
export function chooseTask(inputs: ReviewInputs, event: ActionEvent): Task {
  if (event.name === "other" && event.event === "pull_request_target") throw unsafe();
  switch (inputs.mode === "auto" ? usualMode(event) : inputs.mode) {
    case "publish":
      if (event.name !== "workflow_run") throw wrongEvent("publish", "workflow_run");
      return { mode: "publish", runId: event.runId };
    case "command":
      if (event.name !== "issue_comment") throw wrongEvent("command", "issue_comment");
      return { mode: "command", event };
    case "analyze":
      return { mode: "analyze", number: numberOf(inputs, event) };
    case "review":
      return { mode: "review", number: numberOf(inputs, event) };
  }
}

function usualMode(event: ActionEvent): "review" | "publish" | "command" {
  if (event.name === "workflow_run") return "publish";
  return event.name === "issue_comment" ? "command" : "review";
}

function numberOf(inputs: ReviewInputs, event: ActionEvent): number {
  const named = event.name === "pull_request" ? event.number : null;
  const number = inputs.pullRequest ?? named;
  if (number !== null) return number;
  const shown = event.name === "other" ? event.event : event.name;
  throw new CodedError("pr-review/no-pull-request", `the event ${shown} names no pull request`, {
    fix: "Run on `pull_request`, or give its number with `with: pull-request`.",
    place: "on",
  });
}

function wrongEvent(mode: string, event: string): CodedError {
  return new CodedError("pr-review/wrong-event", `mode ${mode} needs the event ${event}`, {
    fix: `Run this job on \`${event}\` only, or leave \`mode\` out.`,
    place: "with: mode",
  });
}

function unsafe(): CodedError {
  const message = "pull_request_target hands the repository's secrets to a job that reads a fork";
  return new CodedError("pr-review/unsafe-event", message, {
    fix: "Use `pull_request` with `mode: analyze`, and `workflow_run` with `mode: publish`.",
    place: "on",
  });
}
