import { builtInRules } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import type { Reaction } from "@swarm-actions/github";
import {
  type Conversation,
  commandList,
  explainFinding,
  type FoundFinding,
  findFinding,
  type IgnoredFinding,
  type PublishedFinding,
  readPublished,
} from "@swarm-actions/publication";
import type { Job } from "../job.ts";
import { type Ended, tellEnding } from "../stages/tell-ending.ts";
import type { Command } from "./parse-command.ts";
import { type ReviewWish, review } from "./review.ts";

/** A command, and who gave it where. */
export interface Asked {
  readonly command: Command;
  /** A login. */
  readonly by: string;
  /** The REST id. */
  readonly comment: number;
}

/** What a command came to, for the one who gave it. */
export interface Answer {
  /** Null: it was given already. */
  readonly reaction: Reaction | null;
  readonly text: string;
  readonly ended: Ended;
}

/** Does what was asked for. Reviews tell their own outputs; other answers are told here. */
export async function answer(job: Job, conversation: Conversation, asked: Asked): Promise<Answer> {
  const { command } = asked;
  switch (command.name) {
    case "help":
      return plain(job, "+1", commandList);
    case "unknown":
      return plain(job, "confused", `${command.fault}\n\n${commandList}`);
    case "explain": {
      const found = find(job, conversation, command.id);
      return "fault" in found
        ? plain(job, "confused", found.fault)
        : plain(job, "+1", explain(found.finding, found.ignored));
    }
    case "ignore": {
      const found = find(job, conversation, command.id);
      if ("fault" in found) return plain(job, "confused", found.fault);
      const { id } = found;
      const ignore: IgnoredFinding = { id, reason: command.reason, by: asked.by };
      const done = `Finding \`${id.slice(0, 8)}\` does not count any more.`;
      return reviewAgain(job, conversation, { mode: "review", ignore }, done);
    }
    case "review": {
      // A review takes a while: whoever asked for it sees at once that it was heard.
      await job.host.react(asked.comment, "eyes");
      const done = "Reviewed all of it again; the summary is up to date.";
      const wish = { mode: "review", afresh: true } as const;
      return { ...(await reviewAgain(job, conversation, wish, done)), reaction: null };
    }
  }
}

function plain({ kit, inputs }: Job, reaction: Answer["reaction"], text: string): Answer {
  const published = inputs.dryRun ? "dry-run" : "written";
  const ending = { outcome: "answered", reason: "", conclusion: null, published } as const;
  return { reaction, text, ended: tellEnding(kit, { ...ending, verdict: "passed" }) };
}

/** Whoever asked for a review is answered even when it fails; the run is red then all the same. */
async function reviewAgain(
  job: Job,
  conversation: Conversation,
  wish: ReviewWish,
  done: string,
): Promise<Answer> {
  try {
    // Commands run without a checkout, and must not lose what the pushes' reviews saw in whole files.
    const ended = await review(job, conversation, { ...wish, standIn: "git" });
    if (ended.outcome === "skipped" || ended.outcome === "superseded") {
      return { reaction: "confused", text: `Nothing was changed. ${ended.reason}`, ended };
    }
    const text = ended.reason === "" ? done : `${done} ${ended.reason}`;
    // What the review found is in its check; the command itself was obeyed.
    return { reaction: "+1", text, ended: { ...ended, verdict: "passed" } };
  } catch (thrown) {
    if (!(thrown instanceof CodedError)) throw thrown;
    job.kit.annotate({
      level: "error",
      title: thrown.code,
      text: `${thrown.message}\n${thrown.fix}`,
    });
    const text = `That did not work (\`${thrown.code}\`); the run says why.`;
    const nothing = { conclusion: null, published: "nothing", verdict: "failed" } as const;
    const ended = tellEnding(job.kit, { outcome: "not-run", reason: thrown.code, ...nothing });
    return { reaction: "confused", text, ended };
  }
}

type Named =
  | (Extract<FoundFinding, { kind: "found" }> & { readonly ignored: IgnoredFinding | null })
  | { readonly fault: string };

/** The one finding that an id means, of those that the summary remembers, and who ignores it. */
function find({ inputs }: Job, conversation: Conversation, id: string): Named {
  const { findings, ignored } = readPublished(conversation, inputs.key);
  const found = findFinding(findings, id);
  switch (found.kind) {
    case "found":
      return { ...found, ignored: ignored.findLast((one) => one.id === found.id) ?? null };
    case "unknown":
      return { fault: `No finding of the last review has the id \`${id}\`.` };
    case "ambiguous":
      return { fault: `Several findings have an id that begins with \`${id}\`; give more of it.` };
  }
}

function explain(finding: PublishedFinding, ignored: IgnoredFinding | null): string {
  const rule = builtInRules.find(({ id }) => id === finding.rule);
  return explainFinding(finding, rule, ignored);
}
