import type { Kit } from "@swarm-actions/action-kit";
import type { Collected, History, Json } from "@swarm-actions/swarm";
import type { ReviewVotes } from "@swarm-actions/tasks";
import { readChangeOf } from "../shared/change.ts";
import { programVariables } from "../shared/programs.ts";
import { readConfig } from "../shared/read-config.ts";
import { version } from "../shared/version.ts";
import type { CollectInputs } from "./collect-inputs.ts";
import type { KeptFile } from "./keep-files.ts";
import type { BoardContent } from "./read-board.ts";

type ReviewInputs = Pick<CollectInputs, "token" | "config">;

/**
 * Where a panel looked at a change: the review that its answers make, as if one process had asked for all
 * of it. Nothing where tasks were anything else.
 * @throws CodedError `git/…`, `swarm/no-settings`
 */
export async function reviewFiles(
  kit: Kit,
  inputs: ReviewInputs,
  content: BoardContent,
  { reliability: known }: Pick<History, "reliability">,
): Promise<readonly KeptFile[]> {
  const { plans, tasks } = content.collected;
  const commits = plans[0]?.plan.note?.change ?? null;
  if (commits === null || !isByPanel(content.collected)) return [];
  return kit.stage("Put the review together", async () => {
    const report = await reviewOf(kit, inputs, content, { commits, known });
    const { render } = await import("@swarm-actions/report");
    const { writeTasks } = await import("@swarm-actions/tasks");
    const how = { color: false, width: 100 } as const;
    return [
      // With the results, what `pr-review` needs to take the answers for its own.
      { name: "tasks.json", output: null, content: writeTasks(commits, tasks) },
      { name: "review.json", output: null, content: await render(report, "json", how) },
      { name: "review.sarif", output: "sarif", content: await render(report, "sarif", how) },
    ];
  });
}

interface ReviewFacts {
  readonly commits: { readonly base: string; readonly head: string };
  readonly known: History["reliability"];
}

async function reviewOf(
  kit: Kit,
  inputs: ReviewInputs,
  { collected }: Pick<BoardContent, "collected">,
  facts: ReviewFacts,
) {
  const { builtInRules } = await import("@swarm-actions/config");
  const { reviewFromResults } = await import("@swarm-actions/tasks");
  const startedAt = new Date();
  const { change, answers, settings } = await answersOf(kit, inputs, collected, facts);
  return {
    result: await reviewFromResults(change, answers, settings),
    change,
    rules: builtInRules,
    tool: { version },
    redact: (text: string) => kit.redactor.redact(text),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
  };
}

/** How the agents of a panel voted on their findings; null: there was no panel. */
export async function panelVotes(
  kit: Kit,
  inputs: ReviewInputs,
  collected: Collected,
  known: History["reliability"],
): Promise<ReviewVotes | null> {
  const commits = collected.plans[0]?.plan.note?.change ?? null;
  if (commits === null || !isByPanel(collected)) return null;
  const { votesOfPanel } = await import("@swarm-actions/tasks");
  const { change, answers, settings } = await answersOf(kit, inputs, collected, { commits, known });
  return votesOfPanel(change, answers, settings);
}

/** What a panel answered, of which change, and by which settings it is judged. */
async function answersOf(
  kit: Kit,
  inputs: ReviewInputs,
  { tasks, results }: Collected,
  { commits, known }: ReviewFacts,
) {
  const { assembleAgents } = await import("@swarm-actions/config");
  const { environment, redactor } = kit;
  const config = await readConfig(environment, inputs.config);
  const setup = { root: null, environment: programVariables(kit, inputs.token), redactor };
  const { digest: panelDigest } = await assembleAgents(config, setup);
  return {
    change: await readChangeOf(environment, commits),
    answers: { tasks, results: results.map(({ result }) => result) },
    settings: { settings: config.review, panelDigest, known },
  };
}

function isByPanel({ results }: Collected): boolean {
  return results.some(({ result }) => isOfPanel(result.output));
}

/** Answers of a panel are checked where they are read; this only tells them from those of programs. */
function isOfPanel(output: Json): boolean {
  return (
    typeof output === "object" && output !== null && "members" in output && "version" in output
  );
}
