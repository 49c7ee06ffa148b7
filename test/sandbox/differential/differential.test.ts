import { expect, test } from "vitest";
import { checkSteps } from "./calls/checks.ts";
import { issueSteps } from "./calls/issues.ts";
import { pullSteps } from "./calls/pulls.ts";
import { lastSteps, repositorySteps } from "./calls/repository.ts";
import { differences } from "./compare.ts";
import { type Difference, isExplainedBy } from "./explanation.ts";
import { explanations } from "./explanations.ts";
import { type Answer, type Side, startOurs, startTheirs } from "./sides.ts";
import { fillIn, type Step } from "./steps.ts";

const steps = [...repositorySteps, ...issueSteps, ...pullSteps, ...checkSteps, ...lastSteps];

test("where the sandbox and an emulator by others answer differently, it is known why", async () => {
  await using ours = await startOurs();
  await using theirs = await startTheirs();
  const [here, there] = await Promise.all([runAll(ours), runAll(theirs)]);
  const all = steps.flatMap(({ name }) =>
    differences(answerOf(here, name), answerOf(there, name)).map((text) => ({ step: name, text })),
  );
  const unexplained = all.filter((one) => !explanations.some((why) => isExplainedBy(one, why)));
  expect(unexplained.map(show)).toEqual([]);
  const idle = explanations.filter((why) => !all.some((one) => isExplainedBy(one, why)));
  expect(idle, "explanations that are no longer needed").toEqual([]);
});

async function runAll(side: Side): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const one of steps) {
    const { as, method, path, body }: Step = fillIn(one, answers);
    answers.set(one.name, await side.call(as, method, path, body));
  }
  return answers;
}

function answerOf(answers: ReadonlyMap<string, Answer>, name: string): Answer {
  const answer = answers.get(name);
  if (answer === undefined) throw new Error(`${name} was not called`);
  return answer;
}

function show({ step, text }: Difference): string {
  return `${step}: ${text}`;
}
