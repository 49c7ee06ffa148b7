import * as core from "@actions/core";
import type { Annotation, Message, Runner } from "./runner.ts";

/** The runner of GitHub Actions, by its official toolkit. */
export function createGitHubRunner(variables: NodeJS.ProcessEnv): Runner {
  return {
    variables,
    tell,
    now: () => performance.now(),
    async writeSummary(markdown) {
      // Outside of Actions there is nowhere to write it.
      if (variables.GITHUB_STEP_SUMMARY === undefined) return;
      await core.summary.addRaw(markdown, true).write();
    },
  };
}

type Teller = {
  readonly [Kind in Message["kind"]]: (message: Extract<Message, { kind: Kind }>) => void;
};

const tellers: Teller = {
  info: ({ text }) => core.info(text),
  debug: ({ text }) => core.debug(text),
  group: ({ title }) => core.startGroup(title),
  "group-end": () => core.endGroup(),
  output: ({ name, value }) => core.setOutput(name, value),
  mask: ({ value }) => core.setSecret(value),
  annotation: annotate,
};

function tell<Kind extends Message["kind"]>(message: Extract<Message, { kind: Kind }>): void {
  const teller: (message: never) => void = tellers[message.kind];
  teller(message as never);
}

function annotate({ level, title, text, place }: Annotation): void {
  const where = place && { file: place.path, startLine: place.startLine, endLine: place.endLine };
  const properties = { title, ...where };
  if (level === "error") core.error(text, properties);
  else if (level === "warning") core.warning(text, properties);
  else core.notice(text, properties);
}
