import type { ActionEvent } from "@swarm-actions/action-kit";
import { defaultConfig, type PublishConfig } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import { visible } from "@swarm-actions/display";
import { bodyOf } from "@swarm-actions/gate";
import type { Conversation } from "@swarm-actions/publication";
import type { Job } from "../job.ts";
import { endEarly } from "../stages/end-early.ts";
import { passTexts } from "../stages/pass-texts.ts";
import { readSettings } from "../stages/read-settings.ts";
import type { Ended } from "../stages/tell-ending.ts";
import { type Answer, answer } from "./answer.ts";
import { parseCommand } from "./parse-command.ts";
import { isAnswered, replyText } from "./reply-text.ts";

type CommentEvent = Extract<ActionEvent, { name: "issue_comment" }>;

/** Does what a comment asks for, if whoever wrote it may ask, and answers it once. */
export async function command(job: Job, event: CommentEvent): Promise<Ended> {
  const { kit, host } = job;
  const { comment, number } = event;
  const asked = parseCommand(comment.body);
  const notMeant = asked === null ? "The comment is no command." : reasonToPass(event);
  if (asked === null || notMeant !== null) return endEarly(kit, "skipped", notMeant ?? "");
  const permission = await kit.stage("Ask who it is", () => host.readPermission(comment.author));
  if (permission !== "write" && permission !== "admin") {
    await host.react(comment.id, "-1");
    return endEarly(kit, "skipped", "Whoever wrote the comment may not write to the repository.");
  }
  const conversation = await kit.stage("Read the pull request", () =>
    host.readConversation(number),
  );
  if (isAnswered(conversation, comment.id)) {
    return endEarly(kit, "skipped", "The comment was answered already.");
  }
  const by = comment.author;
  const given = await answer(job, conversation, { command: asked, by, comment: comment.id });
  await reply(job, conversation, comment.id, given);
  return given.ended;
}

/** Why a comment is none of our business, as a sentence; null when it is. */
function reasonToPass({ action, isPullRequest, comment }: CommentEvent): string | null {
  if (action !== "created") return "The comment was not written just now.";
  if (!isPullRequest) return "The comment is not on a pull request.";
  return comment.isBot ? "The comment was written by a bot." : null;
}

async function reply(
  job: Job,
  conversation: Conversation,
  comment: number,
  { reaction, text }: Answer,
): Promise<void> {
  const { kit, host } = job;
  const publish = await publishSettings(job, conversation);
  const redact = (one: string): string => kit.redactor.redact(one);
  const { texts } = await passTexts([replyText(comment, text)], publish, redact);
  const [passed] = texts;
  if (passed === undefined) throw new Error("the gate gives back as many texts as it was given");
  if (job.inputs.dryRun) kit.info(`Would reply:\n\n${visible(passed.text)}`);
  await kit.stage("Reply", async () => {
    if (reaction !== null) await host.react(comment, reaction);
    await host.reply(conversation.pullRequest.number, bodyOf(passed));
  });
}

/** An answer must get through even where the settings are what is broken. */
async function publishSettings(job: Job, conversation: Conversation): Promise<PublishConfig> {
  try {
    return (await readSettings(job, conversation)).publish;
  } catch (thrown) {
    if (thrown instanceof CodedError) return defaultConfig.publish;
    throw thrown;
  }
}
