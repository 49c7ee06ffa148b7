import type { Agent, AgentAnswer, ReviewTask } from "@swarm-actions/review";
import type { z } from "zod";
import { locate, readText } from "../reported/read-text.ts";
import { type Reading, readingOf } from "../reported/reading.ts";
import { Tally } from "../reported/tally.ts";
import { TaskLines } from "../reported/task-lines.ts";
import { type Scope, scopeOf } from "../scope.ts";
import type { AgentSetup } from "../setup.ts";
import { baselineOf } from "./baseline.ts";
import type { SarifLog } from "./log.ts";
import type { sarifOptions } from "./options.ts";
import { claimsOf, type IsKnown, readSarif, reportOf } from "./parse.ts";

type SarifOptions = z.infer<typeof sarifOptions>;

interface Source {
  readonly place: string;
  readonly log: SarifLog;
}

/** An agent that repeats what a linter wrote into SARIF files. Its provider is the linter's name. */
export function createSarifAgent(name: string, options: SarifOptions, setup: AgentSetup): Agent {
  const scope = scopeOf(name, options, { categories: ["correctness", "style"] });
  let sources: readonly Source[] | null = null;
  const load = async (signal: AbortSignal): Promise<readonly Source[]> => {
    sources ??= await readAll([options.file].flat(), setup, signal);
    return sources;
  };
  return {
    name,
    weight: scope.weight,
    categories: scope.categories,
    covers: scope.covers,
    // Only the files tell whose judgement they hold; they are read in the health check.
    get provider() {
      return options.provider ?? providerOf(sources) ?? scope.provider;
    },
    async check(signal) {
      await load(signal);
    },
    async review(task, signal) {
      const logs = await load(signal);
      return answer(logs, task, { scope, options, setup }, signal);
    },
  };
}

interface Context {
  readonly scope: Scope;
  readonly options: SarifOptions;
  readonly setup: AgentSetup;
}

async function answer(
  sources: readonly Source[],
  task: ReviewTask,
  context: Context,
  signal: AbortSignal,
): Promise<AgentAnswer> {
  const { scope, options, setup } = context;
  const lines = new TaskLines(task, scope.covers);
  const reading = readingOf(scope.name, options, setup.root, lines);
  const isKnown = await knownBefore(context, reading, signal);
  const reports = sources.map(({ log, place }) => reportOf(log, { ...reading, place }, isKnown));
  return {
    remarks: reports.flatMap((report) => report.remarks),
    skipped: reports.flatMap((report) => report.skipped),
    corrections: reading.tally.corrections(),
    usage: null,
  };
}

async function knownBefore(
  { options, setup }: Context,
  reading: Omit<Reading, "place">,
  signal: AbortSignal,
): Promise<IsKnown> {
  if (options.baseline === undefined) return () => false;
  const [before] = await readAll([options.baseline], setup, signal);
  if (before === undefined) return () => false;
  // What the baseline itself leaves out is no correction of this review.
  const apart = { ...reading, place: before.place, tally: new Tally() };
  return baselineOf(claimsOf(before.log, apart));
}

async function readAll(
  files: readonly string[],
  { root }: AgentSetup,
  signal: AbortSignal,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    const text = await readText(locate(file, root), signal);
    sources.push({ place: file, log: readSarif(text, file) });
  }
  return sources;
}

/** The one tool that wrote all of it, as a name in kebab-case. */
function providerOf(sources: readonly Source[] | null): string | null {
  const names = (sources ?? []).flatMap(({ log }) => log.runs.map((run) => run.tool.driver.name));
  const [first, ...others] = [...new Set(names.map(kebab))];
  return first === undefined || first === "" || others.length > 0 ? null : first;
}

function kebab(name: string): string {
  const words = name
    .slice(0, 100)
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word !== "").join("-");
}
