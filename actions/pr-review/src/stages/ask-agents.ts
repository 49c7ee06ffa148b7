import { harmlessVariables, type Kit } from "@swarm-actions/action-kit";
import type { AgentSetup } from "@swarm-actions/agents";
import { type Config, type PreparedReview, prepareReview } from "@swarm-actions/config";
import { recordPanel } from "@swarm-actions/publication";
import type { ReviewReport } from "@swarm-actions/report";
import type {
  Change,
  Panel,
  PanelMember,
  ReviewRequest,
  ReviewResult,
} from "@swarm-actions/review";
import type { ReviewInputs } from "../inputs.ts";
import { version } from "../version.ts";
import { learnSecrets } from "./learn-secrets.ts";

/** What agents are given, who see no token of the job; where there are no files, programs are not run. */
export function agentSetup(kit: Kit, inputs: ReviewInputs, hasFiles: boolean): AgentSetup {
  const { variables, workspace } = kit.environment;
  const secrets = [inputs.token, variables.ACTIONS_RUNTIME_TOKEN ?? ""];
  const environment = harmlessVariables(variables, secrets);
  return { root: hasFiles ? workspace : null, environment, redactor: kit.redactor };
}

export function prepareAgents(
  kit: Kit,
  config: Config,
  inputs: ReviewInputs,
  hasFiles: boolean,
): Promise<PreparedReview> {
  return prepareReview(config, agentSetup(kit, inputs, hasFiles));
}

/** What is known from reviews before this one. */
export type Before = Required<Pick<ReviewRequest, "previous" | "known">>;

/** What the agents made of a change, and what each of them answered. */
export interface Heard {
  readonly report: ReviewReport;
  readonly members: readonly PanelMember[];
}

/** Asks every agent, and tells in the log how each did. */
export async function askAgents(
  kit: Kit,
  prepared: PreparedReview,
  change: Change,
  before: Before,
): Promise<Heard> {
  let answered: () => readonly PanelMember[] = () => [];
  const through = (panel: Panel): Panel => {
    const recorded = recordPanel(learnSecrets(panel, kit.redactor));
    answered = recorded.members;
    return recorded.panel;
  };
  const review = () => prepared.review({ change, ...before, through, signal: kit.signal });
  const report = await reportOn(kit, change, prepared.rules, review);
  kit.signal.throwIfAborted();
  return { report, members: answered() };
}

/** Does a review and notes down when, and for how long. */
export async function reportOn(
  kit: Kit,
  change: Change,
  rules: ReviewReport["rules"],
  review: () => Promise<ReviewResult>,
): Promise<ReviewReport> {
  const startedAt = new Date();
  const result = await review();
  for (const { name, status, findings, durationMs, error } of result.agents) {
    const why = error === null ? "" : `: ${error.message} (fix: ${error.fix})`;
    kit.info(`${name}: ${status}, ${findings} findings in ${durationMs} ms${why}`);
  }
  return {
    result,
    change,
    rules,
    tool: { version },
    redact: (text) => kit.redactor.redact(text),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
  };
}
