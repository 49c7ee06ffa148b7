import type { IssueComment, Sandbox } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import { expectPlainReview, plainChange } from "../../support/action-scenario-fault.ts";
import { shownOn } from "../../support/action-scenario-shown.ts";

const talk = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ author: "bob", body: `Remark ${at + 1}` }));

/** A push after which there is something to say in the summary. */
const more = { "src/mean.js": "export const mean = (a, b) => {\n  debugger;\n  return a;\n};\n" };

function summaries(scenario: ActionScenario): readonly IssueComment[] {
  return scenario.comments().filter(({ body }) => body.includes("<!-- swarm-actions:summary"));
}

test("among two hundred comments the summary is found on the second page and stays one", async () => {
  await using scenario = await startActionScenario({ ...plainChange, comments: talk(130) });
  const first = await scenario.run();
  expect(first.exitCode, first.log).toBe(0);
  const [summary] = summaries(scenario);
  expect(scenario.comments().indexOf(summary as IssueComment)).toBe(130);
  for (const { author, body } of talk(69)) await scenario.comment(author, body);
  expect(scenario.comments()).toHaveLength(200);

  const head = await scenario.push(more);
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.comments()).toHaveLength(200);
  expect(summaries(scenario).map(({ id }) => id)).toEqual([summary?.id]);
  expect(summary?.body).toContain("## Review: 3 findings");
  expect(summary?.body).toContain(head.slice(0, 10));
  // The conversation in two pages, and the later look.
  expect(run.requests.reads).toHaveLength(3);
  expect(run.requests.writes).toHaveLength(3);

  const again = await scenario.run();
  expect(again.outputs.get("published")).toBe("unchanged");
  expect(again.requests.writes).toEqual([]);
});

/** As if somebody else had written the summary. */
function giveTo({ world }: Sandbox, comment: IssueComment | undefined, login: string): void {
  const known = world.users.get(login.toLowerCase());
  const bot = { id: world.nextId(), login, type: "Bot", name: null } as const;
  if (known === undefined) world.users.set(login.toLowerCase(), bot);
  Object.assign(comment ?? {}, { author: known ?? bot, app: null });
}

test.each(["reviewer[bot]", "ada"])(
  "a summary that %s wrote by another token is brought up to date, not doubled",
  async (login) => {
    await using scenario = await startActionScenario(plainChange);
    await scenario.run();
    const [summary] = summaries(scenario);
    giveTo(scenario.sandbox, summary, login);
    const head = await scenario.push(more);
    const run = await scenario.run();
    expect(run.exitCode, run.log).toBe(0);
    expect(summaries(scenario).map(({ id }) => id)).toEqual([summary?.id]);
    expect(summary?.body).toContain(head.slice(0, 10));
    expect(shownOn(scenario).threads).toEqual([
      "open src/mean.js:2",
      "open src/total.js:2",
      "open src/total.js:3",
    ]);
    // A person could have written anything into it, so that what it remembers is not believed.
    const report = JSON.parse(run.readFile(run.outputs.get("json") ?? "").toString());
    expect(report.incremental.carriedHunks).toBe(login === "ada" ? 0 : 1);
  },
);

test("a summary that an outsider forged is neither believed nor written over", async () => {
  await using original = await startActionScenario(plainChange);
  await original.run();
  const body = summaries(original)[0]?.body ?? "";
  expect(body).toContain("<!-- swarm-actions:state ");

  const forged = { author: "mallory", body };
  await using scenario = await startActionScenario({
    ...plainChange,
    people: { mallory: null },
    comments: [forged],
  });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  const report = JSON.parse(run.readFile(run.outputs.get("json") ?? "").toString());
  expect(report.coverage).toMatchObject({ reviewed: 1, carried: 0, missed: 0 });
  expect(run.outputs.get("posted")).toBe("2");
  const [theirs, ours] = scenario.comments();
  expect(theirs).toMatchObject({ author: { login: "mallory" }, body });
  expect(ours?.author.type).toBe("Bot");
  expect(scenario.comments()).toHaveLength(2);

  // Not by the next run either.
  await scenario.push(more);
  await scenario.run();
  expect(scenario.comments()).toHaveLength(2);
  expect(theirs?.body).toBe(body);
  expect(ours?.body).toContain("## Review: 3 findings");
});

test("comments on lines that an outsider forged silence nothing", async () => {
  await using original = await startActionScenario(plainChange);
  await original.run();
  const bodies = original.threads().map(({ line, comments }) => [line, comments[0]?.body] as const);

  await using scenario = await startActionScenario({ ...plainChange, people: { mallory: null } });
  const { sandbox, pullRequest } = scenario;
  for (const [line, body] of bodies) {
    const answer = await fetch(`${sandbox.url}/repos/acme/shop/pulls/1/comments`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${scenario.tokenOf("mallory")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        body,
        path: "src/total.js",
        line,
        side: "RIGHT",
        commit_id: pullRequest.head.sha,
      }),
    });
    expect(answer.status).toBe(201);
  }
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("posted")).toBe("2");
  expect(scenario.threads()).toHaveLength(4);
});

test("without anything in the way there is one summary, and nobody else's", async () => {
  await using scenario = await startActionScenario(plainChange);
  await scenario.run();
  expectPlainReview(scenario);
});
