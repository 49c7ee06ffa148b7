import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import type { SwarmPlan } from "@swarm-actions/swarm";
import { planInputs } from "../inputs/declared.ts";
import { openBoard } from "../shared/board.ts";
import { jobStart } from "../shared/job-start.ts";
import { openHistory } from "../shared/open-history.ts";
import { swarmKey } from "../shared/swarm-key.ts";
import { findWork } from "./find-work.ts";
import { makePlans } from "./make-plan.ts";
import { tellNothing, tellPlan } from "./tell-plan.ts";

/** Finds the tasks, plans who does them, and puts the plan where workers find it. */
export async function plan(kit: Kit): Promise<Conclusion> {
  const inputs = kit.inputs(planInputs);
  const startedAt = await jobStart(kit.environment);
  if (inputs.group !== null) return tellGroup(kit, inputs.key, inputs.group);
  const [found, { history }] = await kit.stage("Find the tasks", () =>
    Promise.all([findWork(kit, inputs), openHistory(kit, inputs.key, inputs.history)]),
  );
  const facts = { found, history, startedAt, where: "jobs" } as const;
  const plans = await kit.stage("Plan", () => makePlans(kit, inputs, facts));
  const [top, ...groups] = plans;
  if (top === undefined) {
    tellNothing(kit, found.tasks.length, inputs["min-tasks"] ?? 1);
    kit.output("matrix", '{"worker":[]}');
    kit.output("groups", '{"group":[]}');
    return "passed";
  }
  await kit.stage("Publish the plan", () => publish(kit, plans));
  await tellPlan(kit, top);
  if (groups.length > 0) kit.output("groups", JSON.stringify({ group: [...groups.keys()] }));
  return "passed";
}

async function publish(kit: Kit, plans: readonly SwarmPlan[]): Promise<void> {
  const { publishPlan } = await import("@swarm-actions/fanout");
  for (const one of plans) await publishPlan(await openBoard(kit, one.key), one, kit.signal);
}

/** The job that plans the whole has planned this group, too. @throws CodedError `board/no-plan` */
async function tellGroup(kit: Kit, key: string, group: number): Promise<Conclusion> {
  const { findPlan } = await import("@swarm-actions/fanout");
  const found = await kit.stage("Find the plan of the group", async () =>
    findPlan(await openBoard(kit, swarmKey(key, group)), 0, kit.signal),
  );
  await tellPlan(kit, found.plan);
  return "passed";
}
