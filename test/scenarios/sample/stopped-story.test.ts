import { expect, test } from "vitest";
import { startProgram } from "../../support/start-program.ts";

test("a story that is stopped half-way leaves no process and no temporary file", async () => {
  await using program = startProgram();
  await expect.poll(program.text, { timeout: 240_000 }).toContain("pr-review reviews it");
  program.child.kill("SIGINT");
  expect(await program.ended).toBe(130);
  expect([...program.leftovers(), ...program.survivors()]).toEqual([]);
  expect(program.text()).not.toContain("Open the pages");
  expect(program.text()).not.toMatch(/^\s+at /m);
});
