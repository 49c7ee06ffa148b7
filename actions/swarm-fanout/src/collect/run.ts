import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import type { SwarmOnBoard } from "@swarm-actions/fanout";
import { type History, hostedRunners } from "@swarm-actions/swarm";
import { collectInputs } from "../inputs/declared.ts";
import { openBoard } from "../shared/board.ts";
import { groupKey } from "../shared/group-key.ts";
import { jobStart } from "../shared/job-start.ts";
import { matrixOf } from "../shared/matrix.ts";
import { openHistory } from "../shared/open-history.ts";
import { decideAll } from "./decide.ts";
import { finish } from "./finish.ts";
import { jobsOf } from "./jobs-of.ts";
import { lead } from "./lead.ts";
import { planNext } from "./next-round.ts";
import { type BoardContent, readBoard } from "./read-board.ts";
import { tellCoverage } from "./tell-ending.ts";

/** Merges what the workers left. What is missing is handed out again while rounds are left. */
export async function collect(kit: Kit): Promise<Conclusion> {
  const { group, epoch: _epoch, ...inputs } = kit.inputs(collectInputs);
  const startedAt = await jobStart(kit.environment);
  const swarm = await openBoard(kit, groupKey(inputs.key, group));
  const [content, known] = await kit.stage("Read the results", () =>
    Promise.all([
      readBoard(swarm, inputs["min-coverage"] ?? 100, kit.signal),
      openHistory(kit, inputs.key, inputs.history),
    ]),
  );
  tellCoverage(kit, content.collected);
  const verdict = await decideAll(kit, inputs, content.collected, known.history);
  if (content.collected.missing.length > 0 && (inputs["rounds-left"] ?? 0) > 0) {
    await kit.stage("Hand out again", () =>
      again(kit, { swarm, content, history: known.history, startedAt }),
    );
    return "passed";
  }
  if (group !== null) return lead(kit, { key: inputs.key, group }, content.collected);
  const jobs = jobsOf(content.collected.plans, startedAt);
  return finish(kit, { inputs, swarm, content, known, verdict, workersAre: "jobs", jobs });
}

interface Round {
  readonly swarm: SwarmOnBoard;
  readonly content: BoardContent;
  readonly history: History;
  /** When this job began, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** Puts a plan for what is missing on the board, and asks for workers. */
async function again(kit: Kit, round: Round): Promise<void> {
  const { swarm, history, startedAt } = round;
  const { collected } = round.content;
  const { publishPlan } = await import("@swarm-actions/fanout");
  const { renderPlan } = await import("@swarm-actions/dashboard");
  const plan = planNext(collected.missing, collected.plans, history, {
    startedAt,
    endedAt: Date.now(),
    usual: hostedRunners,
  });
  await publishPlan(swarm, plan, kit.signal);
  kit.output("outcome", "again");
  kit.output("epoch", plan.epoch);
  kit.output("matrix", matrixOf(plan.lists));
  for (const { key, why } of collected.coverage.missing.slice(0, 20)) {
    kit.info(`missing ${key}: ${why}`);
  }
  kit.summary.add(renderPlan(plan));
}
