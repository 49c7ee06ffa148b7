import { describe, expect, it } from "vitest";
import { judgeEvent } from "../../support/judge/judge-event.ts";
import { showViolation } from "../../support/judge/violation.ts";

const user = { login: "mona", id: 1, node_id: "U_1" };

function linesOf(name: string, payload: Readonly<Record<string, unknown>>): readonly string[] {
  return judgeEvent({ name, payload }).map(showViolation);
}

describe("the judge of events", () => {
  it("refuses an event that GitHub does not send", () => {
    expect(linesOf("issue_comment", { action: "shouted" })).toEqual([
      "event issue-comment-shouted: payload /action: is no event of GitHub's",
    ]);
  });

  it("misses what a payload has to hold", () => {
    const lines = linesOf("pull_request", { action: "opened", sender: user });
    expect(lines).toContain(
      "event pull-request-opened: payload /: must have required property 'pull_request'",
    );
  });

  it("refuses a value of the wrong type, and a key that GitHub does not list", () => {
    const sender = { ...user, id: "1", mood: "good" };
    const lines = linesOf("pull_request", { action: "opened", number: 1, sender });
    expect(lines).toContain("event pull-request-opened: payload /sender/id: must be integer");
    expect(lines).toContain(
      "event pull-request-opened: payload /sender/mood: is a key that GitHub does not list",
    );
  });
});
