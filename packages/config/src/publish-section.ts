import { z } from "zod";
import { defaultConfig } from "./config.ts";

const { publish: usual } = defaultConfig;

const host = z
  .string()
  .max(253)
  .regex(
    /^(?:\*\.)?[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9-]{1,63})*$/i,
    'must be a host such as "example.com", or "*.example.com"',
  );

/** The `publish:` section of swarm.yml: what is written on a pull request. */
export const publishSection = z
  .strictObject({
    "max-comments": z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(usual.maxComments)
      .describe(
        "New comments a run may make, on lines and on files together; 0: the summary alone.",
      ),
    annotations: z
      .boolean()
      .default(usual.annotations)
      .describe("Whether the check marks findings on the lines of the diff."),
    "max-annotations": z
      .number()
      .int()
      .min(1)
      .max(500)
      .default(usual.maxAnnotations)
      .describe("Marks of one check; GitHub takes fifty a request."),
    "allowed-hosts": z
      .array(host)
      .max(200)
      .default([...usual.allowedHosts])
      .describe("Hosts that links may lead to; links to others are shown as text."),
  })
  .prefault({});

/** The `github:` section of swarm.yml: how much of GitHub's limits a run may use. */
export const githubSection = z
  .strictObject({
    "budget-share": z
      .number()
      .positive()
      .max(1)
      .default(defaultConfig.github.budgetShare)
      .describe("The share of the requests left that one run may use."),
    "max-wait": z
      .number()
      .min(0)
      .max(7200)
      .default(defaultConfig.github.maxWaitMs / 1000)
      .describe("Seconds that a run may wait for limits in all."),
    cache: z
      .boolean()
      .default(defaultConfig.github.cache)
      .describe(
        "Whether answers of GitHub, so that the next run asks for less, and what became of agents' findings are kept in the Actions cache.",
      ),
  })
  .prefault({});
