import type { ActionEvent } from "@swarm-actions/action-kit";
import { describe, expect, test } from "vitest";
import { chooseTask } from "./choose-mode.ts";
import type { ReviewInputs } from "./inputs.ts";

const sha = "a".repeat(40);
const opened: ActionEvent = {
  name: "pull_request",
  action: "opened",
  number: 7,
  headSha: sha,
  baseSha: sha,
  isFork: false,
};
const said: ActionEvent = {
  name: "issue_comment",
  action: "created",
  number: 7,
  isPullRequest: true,
  comment: { id: 1, nodeId: "C", body: "/swarm help", author: "ann", isBot: false },
};
const ended: ActionEvent = { name: "workflow_run", action: "completed", runId: 99 };
const dispatched: ActionEvent = { name: "other", event: "workflow_dispatch" };

function inputsOf(overrides: Partial<ReviewInputs> = {}): ReviewInputs {
  return {
    token: "t",
    mode: "auto",
    configPath: ".github/swarm.yml",
    failOn: null,
    pullRequest: null,
    key: "pr-review",
    artifact: "pr-review",
    swarmArtifact: null,
    dryRun: false,
    ...overrides,
  };
}

test.each([
  ["a pull request is reviewed", opened, { mode: "review", number: 7 }],
  ["a comment is a command", said, { mode: "command", event: said }],
  ["a run that ended is published", ended, { mode: "publish", runId: 99 }],
])("%s", (_title, event, task) => {
  expect(chooseTask(inputsOf(), event)).toEqual(task);
});

test("elsewhere the workflow names the pull request", () => {
  const inputs = inputsOf({ pullRequest: 12 });
  expect(chooseTask(inputs, dispatched)).toEqual({ mode: "review", number: 12 });
  expect(chooseTask({ ...inputs, mode: "analyze" }, opened)).toEqual({
    mode: "analyze",
    number: 12,
  });
});

describe("what makes no sense is refused with the fix", () => {
  test.each([
    ["no number", inputsOf(), dispatched, "pr-review/no-pull-request"],
    ["publish on a push", inputsOf({ mode: "publish" }), opened, "pr-review/wrong-event"],
    ["a command without comment", inputsOf({ mode: "command" }), opened, "pr-review/wrong-event"],
    [
      "the event that is never safe",
      inputsOf({ pullRequest: 7 }),
      { name: "other", event: "pull_request_target" } as const,
      "pr-review/unsafe-event",
    ],
  ])("%s", (_title, inputs, event, code) => {
    expect(() => chooseTask(inputs, event)).toThrow(expect.objectContaining({ code }));
  });
});
