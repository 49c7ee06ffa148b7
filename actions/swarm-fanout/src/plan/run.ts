import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import { openHistory } from "../history/open-history.ts";
import { planInputs } from "../inputs/declared.ts";
import { openBoard } from "../shared/board.ts";
import { jobStart } from "../shared/job-start.ts";
import { findWork } from "./find-work.ts";
import { makePlan } from "./make-plan.ts";
import { tellNothing, tellPlan } from "./tell-plan.ts";

/** Finds the tasks, plans who does them, and puts the plan where workers find it. */
export async function plan(kit: Kit): Promise<Conclusion> {
  const inputs = kit.inputs(planInputs);
  const startedAt = await jobStart(kit.environment);
  const [found, { history }] = await kit.stage("Find the tasks", () =>
    Promise.all([findWork(kit, inputs), openHistory(kit, inputs.key, inputs.history)]),
  );
  const facts = { found, history, startedAt, where: "jobs" } as const;
  const made = await kit.stage("Plan", async () => makePlan(kit, inputs, facts));
  if (made === null) {
    tellNothing(kit, found.tasks.length, inputs["min-tasks"] ?? 1);
    kit.output("matrix", '{"worker":[]}');
    return "passed";
  }
  await kit.stage("Publish the plan", async () => {
    const { publishPlan } = await import("@swarm-actions/fanout");
    await publishPlan(await openBoard(kit, inputs.key), made, kit.signal);
  });
  await tellPlan(kit, made);
  return "passed";
}
