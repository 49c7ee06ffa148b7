import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kit } from "@swarm-actions/action-kit";
import { encodePlan, matrixOf, type SwarmPlan } from "@swarm-actions/swarm";

/** Gives the outputs of a plan that has work to do, and leaves it as a file for later steps. */
export async function tellPlan(kit: Kit, plan: SwarmPlan): Promise<void> {
  const { choice, tasks, topology } = plan;
  const folder = join(kit.environment.temporary, `swarm-actions-${plan.key}`);
  const file = join(folder, `plan-${plan.epoch}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, encodePlan(plan));
  kit.output("matrix", JSON.stringify(matrixOf(plan)));
  kit.output("workers", plan.lists.length);
  kit.output("tasks", tasks.length);
  kit.output("has-work", "true");
  kit.output("topology", topology);
  kit.output("lower-bound", choice.lowerBound.toFixed(1));
  kit.output("expected", choice.expected.seconds.toFixed(1));
  kit.output("rho", choice.rho.toFixed(3));
  kit.output("why", choice.why);
  kit.output("plan", file);
  // The plan is on the board by now: workers need not wait for what shows it to people.
  const { renderPlan } = await import("@swarm-actions/dashboard");
  kit.summary.add(renderPlan(plan));
}

/** Says that there is nothing that a swarm would do. */
export function tellNothing(kit: Kit, tasks: number, least: number): void {
  const why =
    tasks === 0
      ? "The source has no tasks."
      : `There are ${tasks} tasks, fewer than the ${least} that a swarm is for.`;
  kit.output("workers", 0);
  kit.output("tasks", tasks);
  kit.output("has-work", "false");
  kit.output("why", why);
  kit.annotate({ level: "notice", title: "Nothing to do", text: why });
  kit.summary.add(`## No swarm\n\n${why}`);
}
