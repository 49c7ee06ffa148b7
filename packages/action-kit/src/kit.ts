import { Redactor } from "@swarm-actions/core";
import { type ActionEnvironment, readEnvironment } from "./environment.ts";
import type { Input } from "./inputs/input.ts";
import { type ReadInputs, readInputs } from "./inputs/read-inputs.ts";
import type { Annotation, Message, Runner } from "./runner/runner.ts";
import { tame } from "./runner/tame.ts";
import { createJobSummary, type JobSummary } from "./summary/job-summary.ts";
import type { Stage } from "./summary/timeline.ts";

/** GitHub shows no more than this of a level and a step. */
const annotationsShown = 10;

/** What every action works with. All that it says goes through the redactor. */
export interface Kit {
  readonly environment: ActionEnvironment;
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly summary: JobSummary;
  readonly stages: readonly Stage[];
  readonly inputs: <I extends Readonly<Record<string, Input<unknown>>>>(
    declared: I,
  ) => ReadInputs<I>["values"];
  readonly info: (text: string) => void;
  /** Beyond what GitHub shows, they are lines of the log. */
  readonly annotate: (annotation: Annotation) => void;
  readonly output: (name: string, value: string | number) => void;
  /** Keeps a value out of everything that is said from here on. */
  readonly hide: (value: string) => void;
  /** Does a part of the work as a group of the log and a row of the timeline. */
  readonly stage: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** @throws CodedError `action/no-repository` */
export function createKit(runner: Runner, signal: AbortSignal): Kit {
  const redactor = new Redactor();
  const environment = readEnvironment(runner.variables);
  const clean = (text: string): string => tame(redactor.redact(text));
  const tell = (message: Message): void => runner.tell(message);
  const info = (text: string): void => tell({ kind: "info", text: clean(text) });
  const hide = (value: string): void => {
    redactor.add(value);
    tell({ kind: "mask", value });
  };
  return {
    environment,
    signal,
    redactor,
    summary: createJobSummary(),
    ...timed(runner, clean),
    inputs(declared) {
      const { values, secrets } = readInputs(declared, environment.variables);
      for (const value of secrets) hide(value);
      return values;
    },
    info,
    annotate: annotator(tell, clean, info),
    output: (name, value) => tell({ kind: "output", name, value: redactor.redact(`${value}`) }),
    hide,
  };
}

function annotator(
  tell: (message: Message) => void,
  clean: (text: string) => string,
  info: (text: string) => void,
): Kit["annotate"] {
  const told = new Map<Annotation["level"], number>();
  return ({ level, title, text, place }) => {
    const count = (told.get(level) ?? 0) + 1;
    told.set(level, count);
    if (count > annotationsShown) {
      const where = place === undefined ? "" : `${place.path}:${place.startLine}: `;
      return info(`${level}: ${where}${title}: ${text}`);
    }
    const annotation = { level, title: clean(title), text: clean(text) };
    tell({ kind: "annotation", ...annotation, ...(place && { place }) });
  };
}

function timed(runner: Runner, clean: (text: string) => string): Pick<Kit, "stages" | "stage"> {
  const start = runner.now();
  const stages: Stage[] = [];
  return {
    stages,
    async stage(name, work) {
      const began = runner.now();
      let status: Stage["status"] = "failed";
      runner.tell({ kind: "group", title: clean(name) });
      try {
        const value = await work();
        status = "done";
        return value;
      } finally {
        runner.tell({ kind: "group-end" });
        const durationMs = runner.now() - began;
        stages.push({ name, startedAt: began - start, durationMs, status });
      }
    },
  };
}
