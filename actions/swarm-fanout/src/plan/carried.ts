import { type Kit, readEvent } from "@swarm-actions/action-kit";
import type { Config } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import type { GitHubClient } from "@swarm-actions/github";
import { type Conversation, readPublished } from "@swarm-actions/publication";
import { type CarriedHunks, type Change, carriedHunks } from "@swarm-actions/review";
import { programVariables } from "../shared/programs.ts";
import { usualPath } from "../shared/read-config.ts";
import type { PlanInputs } from "./plan-inputs.ts";

type Inputs = Pick<PlanInputs, "token" | "config" | "review">;

const nothing: ReadonlySet<string> = new Set();

/**
 * Fingerprints of the hunks that the last `pr-review` of the pull request stands for: by its own rule, and by
 * what it goes by, which is the summary it left and the settings at the tip of the base branch. None where
 * that cannot be read, which is told: then all of the change is looked at.
 */
export async function carriedOf(
  kit: Kit,
  inputs: Inputs & { readonly review: string },
  change: Change,
  github: () => Promise<GitHubClient>,
): Promise<ReadonlySet<string>> {
  const event = readEvent(kit.environment);
  if (event.name !== "pull_request") return tellNone(kit, "the event is about no pull request");
  try {
    const conversation = await conversationOf(kit, inputs, event.number, await github());
    const { hunks, incremental } = await standing(kit, inputs, change, conversation);
    if (incremental.mode === "first") return tellNone(kit, "it was not reviewed before");
    if (incremental.mode === "full") return tellNone(kit, incremental.reason);
    kit.info(`What the last review said of ${hunks.size} hunks stands: no task is about them.`);
    return hunks;
  } catch (thrown) {
    kit.signal.throwIfAborted();
    if (!(thrown instanceof CodedError)) throw thrown;
    const text = `All of the change is looked at, as the last review could not be read: ${thrown.message}. ${thrown.fix}`;
    kit.annotate({ level: "notice", title: "Earlier review", text });
    return nothing;
  }
}

function tellNone(kit: Kit, why: string): ReadonlySet<string> {
  kit.info(`All of the change is looked at: ${why}.`);
  return nothing;
}

async function conversationOf(
  { environment: { owner, repository } }: Kit,
  { config }: Inputs,
  number: number,
  client: GitHubClient,
): Promise<Conversation> {
  const { readConversation } = await import("@swarm-actions/github");
  const configPath = config ?? usualPath;
  return readConversation(client, { owner, repository, number, checkName: null, configPath });
}

async function standing(
  kit: Kit,
  inputs: Inputs & { readonly review: string },
  change: Change,
  conversation: Conversation,
): Promise<CarriedHunks> {
  const { assembleAgents } = await import("@swarm-actions/config");
  const config = await configOf(conversation, inputs);
  // A review asks everybody, whomever the workers ask.
  const setup = {
    root: null,
    environment: programVariables(kit, inputs.token),
    redactor: kit.redactor,
  };
  const { digest: panelDigest } = await assembleAgents(config, setup);
  const { state: previous } = readPublished(asWriter(conversation), inputs.review);
  return carriedHunks({ change, settings: config.review, panelDigest, previous });
}

async function configOf({ configText }: Conversation, { config }: Inputs): Promise<Config> {
  const { defaultConfig, parseConfig } = await import("@swarm-actions/config");
  return configText === null ? defaultConfig : parseConfig(configText, config ?? "the settings");
}

/** This token may only read; the one that reviews speaks in the same name, and may edit what that wrote. */
function asWriter({ comments }: Conversation): Pick<Conversation, "comments"> {
  return {
    comments: comments.map((one) => ({ ...one, canUpdate: one.canUpdate || one.author.isSelf })),
  };
}
