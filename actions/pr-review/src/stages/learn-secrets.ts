import { createSecretScanner } from "@swarm-actions/agents";
import type { Redactor } from "@swarm-actions/core";
import { CodedError } from "@swarm-actions/core";
import type { Panel } from "@swarm-actions/review";

/**
 * A panel that looks through its answers, and the pull request's own words, for what looks like a secret,
 * so that no log, report or artifact shows it. The gate comes later and keeps only what is written on
 * GitHub.
 */
export function learnSecrets(panel: Panel, redactor: Redactor): Panel {
  return {
    async review(task) {
      const members = await panel.review(task);
      const { title, description } = task;
      for (const value of await findSecrets(textsIn([title, description, members]))) {
        redactor.add(value);
      }
      return members;
    },
  };
}

async function findSecrets(texts: readonly string[]): Promise<readonly string[]> {
  // Reports leave characters out that nobody sees, so that what they part is looked at in one piece too.
  const seen = texts.flatMap((text) => [text, text.replace(/\p{Cf}/gu, "")]);
  const text = [...new Set(seen)].join("\n\n");
  try {
    const found = await createSecretScanner().scan(text);
    return found.map(({ start, end }) => text.slice(start, end));
  } catch (cause) {
    const message = "what the agents said could not be looked through for secrets";
    throw new CodedError("pr-review/gate-unavailable", `nothing was written: ${message}`, {
      fault: "internal",
      fix: "Run the job again; if it happens again, report it.",
      cause,
    });
  }
}

/** Every text in data of any shape and depth: another run may have handed it over. */
function textsIn(data: unknown): string[] {
  const texts: string[] = [];
  const open: unknown[] = [data];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value !== null) {
      for (const inner of Object.values(value)) open.push(inner);
    }
  }
  return texts;
}
