import type { RuleDoc, RuleExample } from "@swarm-actions/review";
import { addedLines, placeOfLines } from "../added-lines.ts";
import { type BuiltInAgent, defineBuiltIn, type Observation, type Rule } from "../define.ts";
import { isExamplePath, isFixturePath, isTestPath } from "../path-kinds.ts";
import { loadEngine } from "./engine.ts";
import { type SecretKind, secretKinds } from "./kinds.ts";
import { type Sample, samples } from "./samples.ts";
import { type FoundSecret, scanTask } from "./scan.ts";

/** Characters of added text above which a file is left to tools made for it. */
const fileLimit = 8 * 1024 * 1024;

/** Looks for credentials on added lines. The value of a secret never gets into a remark. */
export const secrets: BuiltInAgent = defineBuiltIn({
  name: "secrets",
  rules: secretKinds.map(ruleOf),
  covers: (file) => file.diff.content === "text" && file.diff.change !== "deleted",
  confidential: async (task, signal) => (await scanTask(task, signal)).values,
  prepare() {
    // Should it fail, the review that needs it tells.
    loadEngine().catch(() => {});
  },
  skips(file) {
    let size = 0;
    for (const line of addedLines(file)) size += line.text.length + 1;
    return size > fileLimit ? "more than 8 MiB of added text" : null;
  },
});

function ruleOf(kind: SecretKind): Rule {
  return {
    doc: docOf(kind),
    async check(task, signal) {
      const { secrets: found } = await scanTask(task, signal);
      return found
        .filter((secret) => secret.rule === kind.rule)
        .map((secret) => observationOf(kind, secret));
    },
  };
}

function observationOf(kind: SecretKind, secret: FoundSecret): Observation {
  const place = placeOfLines(secret.first, secret.last);
  if (secret.pattern.startsWith("STRIPE_") && secret.pattern.endsWith("_TEST")) {
    const message = `Adds a Stripe test key. It moves no real money, but whoever has it can read and change the test data: keep it out of the repository and read it from the environment.`;
    return { place, message, severity: "low" };
  }
  if (isHarmlessPath(secret.first.path)) {
    const message = `Adds what looks like ${kind.name} to a test or an example. Make sure that it was made up for this purpose and opens nothing; if it was ever real, revoke it ${kind.revoke}.`;
    return { place, message, severity: "low", confidence: 0.5 };
  }
  const message = `Adds ${kind.name}: anyone who can read the repository or its history can ${kind.harm}. Revoke it ${kind.revoke}, then read the new one from the environment or a secret store.`;
  return { place, message };
}

function isHarmlessPath(path: string): boolean {
  return isTestPath(path) || isFixturePath(path) || isExamplePath(path);
}

function docOf(kind: SecretKind): RuleDoc {
  const sample = samples.get(kind.rule);
  return {
    id: `secrets/${kind.rule}`,
    title: `${upperFirst(kind.name)} on an added line`,
    severity: kind.severity,
    category: "security",
    conceals: true,
    why: `Whoever can read the repository can ${kind.harm}, and so can everyone who ever gets a copy of its history: deleting the line in a later commit takes nothing back.`,
    fix: `Revoke it ${kind.revoke}, then let the program read the new one from the environment or a secret store. A made-up value in a test can be marked with a \`secretlint-disable-line\` comment.`,
    flagged:
      sample === undefined
        ? []
        : [{ title: "the value itself", after: { [sample.path]: sample.content } }],
    clean: [readFromEnvironment(kind), ...(sample === undefined ? [] : [notAdded(sample)])],
  };
}

function readFromEnvironment({ rule }: SecretKind): RuleExample {
  const name = rule.toUpperCase().replaceAll("-", "_");
  const after = { "src/client.ts": `export const token = process.env["${name}"];\n` };
  return { title: "read from the environment", after };
}

function notAdded({ path, content }: Sample): RuleExample {
  const title = "a change near a value that was there before";
  return { title, before: { [path]: content }, after: { [path]: `${content}\n` } };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
