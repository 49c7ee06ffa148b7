import { builtInRules, type Config } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import { reviewChange } from "@swarm-actions/review";
import type { CompletedAnswers, SwarmAnswers } from "@swarm-actions/tasks";
import type { Job } from "../job.ts";
import { agentSetup, type Before, type Heard, reportOn } from "./ask-agents.ts";
import { learnSecrets } from "./learn-secrets.ts";
import type { ReadChange } from "./read-change.ts";

/** What a swarm made of a change, and a sentence that says so. */
export interface HeardSwarm extends Heard {
  readonly note: string;
}

/**
 * Takes what a swarm of this run answered, as if it had just been asked, and asks the agents here about what
 * it left. Places, suggestions, votes and coverage are worked out on the change as it was read here. Null:
 * there was no swarm, or nothing of it can be used, which is told.
 */
export async function askSwarm(
  job: Job,
  config: Config,
  read: ReadChange,
  headSha: string,
  before: Before,
): Promise<HeardSwarm | null> {
  const name = job.inputs.swarmArtifact;
  if (name === null) return null;
  const { kit } = job;
  const answers = await kit.stage("Read the swarm's answers", () =>
    readAnswers(job, name, headSha),
  );
  if (answers === null) return null;
  return kit.stage("Put the swarm's answers together", () =>
    hear(job, config, read, answers, before),
  );
}

/** What cannot be read, or is of another commit, stops nothing: the agents are asked here. */
async function readAnswers(job: Job, name: string, headSha: string): Promise<SwarmAnswers | null> {
  try {
    const texts = await job.readSwarm(name);
    if (texts === null) return tellUnused(job, `this run has no artifact "${name}"`);
    const tasks = await import("@swarm-actions/tasks");
    return tasks.readAnswers(texts, headSha);
  } catch (thrown) {
    if (!(thrown instanceof CodedError)) throw thrown;
    return tellUnused(job, thrown.message);
  }
}

function tellUnused({ kit }: Job, why: string): null {
  const text = `The agents are asked in this job, as the answers of the swarm are not used: ${why}.`;
  kit.annotate({ level: "notice", title: "Swarm", text });
  return null;
}

async function hear(
  job: Job,
  config: Config,
  { change, hasFiles }: ReadChange,
  answers: SwarmAnswers,
  { previous, known }: Before,
): Promise<HeardSwarm | null> {
  const { kit, inputs } = job;
  const { completeAnswers } = await import("@swarm-actions/tasks");
  const setup = agentSetup(kit, inputs, hasFiles);
  const completed = await completeAnswers({ change, config, setup, previous, answers }, kit.signal);
  kit.signal.throwIfAborted();
  if (completed === null) return tellUnused(job, "none of them is about this change");
  const { members, panelDigest } = completed;
  const panel = learnSecrets({ review: async () => members }, kit.redactor);
  const settings = config.review;
  const report = await reportOn(kit, change, builtInRules, () =>
    reviewChange({ change, panel, settings, panelDigest, previous, known }),
  );
  return { report, members, note: describe(completed) };
}

function describe({ answered, tasks, isCompleted }: CompletedAnswers): string {
  const done = `The swarm of this run answered ${answered} of ${tasks} tasks.`;
  return isCompleted ? `${done} What it left was asked in this job.` : done;
}
