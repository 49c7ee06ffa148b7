import { Redactor } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { memberOf, remarkOn } from "../../../../test/support/panel.ts";
import { learnSecrets } from "./learn-secrets.ts";

/** Looks like a token; put together here, so that no scanner takes this file for a leak. */
const token = ["gh", "p_", "Zk3vQ8mXw1RtYp7LsBn2AdU5Hj9KcE0fGqWz"].join("");
const task = taskOf({ "a.ts": "one\n" }, { "a.ts": "two\n" });

async function redacted(said: string, title = ""): Promise<string> {
  const redactor = new Redactor();
  const member = memberOf({ remarks: [remarkOn("a.ts", 1, { message: said })] });
  const panel = learnSecrets({ review: async () => [member] }, redactor);
  expect(await panel.review({ ...task, title })).toEqual([member]);
  return redactor.redact(`a ${token} b`);
}

test.each([
  ["as it is", `I know ${token}.`, ""],
  ["parted by what nobody sees", `${token.slice(0, 12)}\u200b${token.slice(12)}`, ""],
  ["in the title of the pull request", "", `Use ${token}`],
])("what looks like a secret is kept out of all that follows: %s", async (_how, said, title) => {
  expect(await redacted(said, title)).toBe("a *** b");
});

test("other words stay", async () => {
  expect(await redacted("Not a secret.")).toBe(`a ${token} b`);
});

test("an answer of any depth is looked through", async () => {
  let deep: unknown = token;
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  const redactor = new Redactor();
  const member = memberOf({ remarks: [{ deep } as never] });
  await learnSecrets({ review: async () => [member] }, redactor).review(task);
  expect(redactor.redact(token)).toBe("***");
});
