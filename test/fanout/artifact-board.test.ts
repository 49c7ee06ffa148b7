import { expect, test } from "vitest";
import { startBoardJobs } from "../support/board-jobs.ts";

test("what one job puts up, another lists, reads and takes down", async () => {
  await using jobs = await startBoardJobs();
  const [plan, work] = [await jobs.start("plan"), await jobs.start("work")];
  expect(await plan.ask("put", "zz-swarm-plan-a1-e0", '{"a":"ä"}')).toBe("kept");
  expect(await plan.ask("put", "zz-swarm-plan-a1-e0", "{}")).toBe("taken");
  expect(await work.ask("list", "zz-swarm-")).toEqual([
    { name: "zz-swarm-plan-a1-e0", size: expect.any(Number) },
  ]);
  expect(await work.ask("list", "zz-other-")).toEqual([]);
  expect(await work.ask("get", "zz-swarm-plan-a1-e0", 1000)).toBe('{"a":"ä"}');
  expect(await work.ask("get", "zz-swarm-plan-a1-e0", 5)).toMatch(/invalid-artifact|too-large/);
  expect(await work.ask("get", "zz-swarm-plan-a1-e1", 1000)).toMatch(/^board\/not-found/);
  const [artifact] = jobs.sandbox.world.repositories.get("acme/shop")?.artifacts ?? [];
  expect(Number(artifact?.expiresAt) - Date.now()).toBeLessThan(25 * 3_600_000);
  expect(await work.ask("remove", "zz-swarm-plan-a1-e0")).toBe(true);
  expect(await work.ask("remove", "zz-swarm-plan-a1-e0")).toBe(false);
  expect(await plan.ask("list", "zz-")).toEqual([]);
});
