import { defaultConfig } from "@swarm-actions/config";
import { type CodedError, fenceOf } from "@swarm-actions/core";
import {
  type CheckPlan,
  type Conversation,
  checkIdOf,
  findOwnChecks,
  type PublicationPlan,
} from "@swarm-actions/publication";
import type { Job } from "../job.ts";
import { passTexts } from "./pass-texts.ts";

/** Says in the check that the settings are broken, and where: nothing was reviewed, so it fails. */
export async function publishSettingsFault(
  { kit, host, inputs }: Job,
  conversation: Conversation,
  fault: CodedError,
): Promise<void> {
  const title = `The settings on ${conversation.pullRequest.baseRef} are broken`;
  const words = `${fenceOf(fault.message.split("\n"), "text")}\n\n${fault.fix}`;
  const redact = (text: string): string => kit.redactor.redact(text);
  const texts = [
    { name: "title", kind: "title", text: title, hidden: [] },
    { name: "check", kind: "check-summary", text: words, hidden: [] },
  ] as const;
  const passed = await passTexts(texts, defaultConfig.publish, redact);
  const [shown, summary] = passed.texts.map(({ text }) => text);
  const { headSha } = conversation.pullRequest;
  const owner = { key: inputs.key, headSha };
  const externalId = checkIdOf(owner, words);
  const ours = findOwnChecks(conversation.checks, owner);
  if (ours.some((one) => one.externalId === externalId) || inputs.dryRun) return;
  const check: CheckPlan = {
    name: inputs.key,
    headSha,
    externalId,
    conclusion: "failure",
    title: shown ?? "",
    summary: summary ?? "",
    annotations: [],
    updates: ours[0]?.id ?? null,
  };
  await kit.stage("Write", () => host.apply(planOf(conversation, check), null));
}

/** Only the check: what was said of an earlier commit stays. */
function planOf({ pullRequest }: Conversation, check: CheckPlan): PublicationPlan {
  const { owner, repository, number, nodeId } = pullRequest;
  const nothing = { review: null, summary: { kind: "keep", id: 0 }, resolve: [] } as const;
  return { owner, repository, number, pullRequestNodeId: nodeId, ...nothing, check };
}
