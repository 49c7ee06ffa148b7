import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import { hostedRunners, planNext } from "@swarm-actions/swarm";
import { collectInputs } from "../inputs/declared.ts";
import { openBoard } from "../shared/board.ts";
import { earlierResult, nullWithoutPlan } from "../shared/earlier-result.ts";
import { jobStart } from "../shared/job-start.ts";
import { openHistory } from "../shared/open-history.ts";
import { swarmKey } from "../shared/swarm-key.ts";
import { again } from "./again.ts";
import { decideAll } from "./decide.ts";
import { finish } from "./finish.ts";
import { jobsOf } from "./jobs-of.ts";
import { lead } from "./lead.ts";
import { readBoard } from "./read-board.ts";
import { spentUsd } from "./spent.ts";
import { tellAgain } from "./tell-again.ts";
import { tellCoverage } from "./tell-ending.ts";

/** Merges what the workers left. What is missing is handed out again while rounds are left. */
export async function collect(kit: Kit): Promise<Conclusion> {
  const { group, epoch: _epoch, ...inputs } = kit.inputs(collectInputs);
  const startedAt = await jobStart(kit.environment);
  const swarm = await openBoard(kit, swarmKey(inputs.key, group));
  const [content, known] = await kit.stage("Read the results", () =>
    Promise.all([
      readBoard(
        swarm,
        { minCoverage: inputs["min-coverage"] ?? 100, redactor: kit.redactor },
        kit.signal,
      ).catch(nullWithoutPlan),
      openHistory(kit, inputs.key, inputs.history),
    ]),
  );
  if (content === null) return tellAgain(kit, inputs, await earlierResult(kit, inputs.key));
  tellCoverage(kit, content.collected);
  const decided = await decideAll(kit, inputs, content.collected, known.history);
  const jobs = jobsOf(content.collected.plans, startedAt);
  const next = planNext(content.collected, {
    ...decided,
    history: known.history,
    roundsLeft: inputs["rounds-left"] ?? 0,
    certainty: inputs.certainty ?? 0.9,
    spentUsd: spentUsd(content, "jobs", jobs),
    // A worker, and whoever collects.
    roundMinutes: 2,
    startedAt,
    endedAt: Date.now(),
    usual: hostedRunners,
  });
  if (next.do === "again") {
    await kit.stage("Hand out again", () => again(kit, swarm, content, next));
    return "passed";
  }
  kit.info(next.why);
  if (group !== null) return lead(kit, { key: inputs.key, group }, content.collected);
  return finish(kit, { inputs, swarm, content, known, decided, workersAre: "jobs", jobs });
}
