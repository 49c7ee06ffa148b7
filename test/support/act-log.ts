/** One job as act ran it. */
export interface ActJob {
  /** Its id in the workflow. */
  readonly id: string;
  /** With the workflow's name, and what tells the jobs of a matrix apart. */
  readonly name: string;
  /** What the job is given of the matrix; none outside of one. */
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly conclusion: "success" | "failure" | null;
  readonly steps: readonly ActStep[];
  /** What the steps wrote to their summaries. */
  readonly summary: string;
  /** What the steps printed. */
  readonly log: string;
}

interface ActStep {
  readonly name: string;
  readonly conclusion: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What is read of a line that act writes with `--json`. */
interface Line {
  readonly job?: string;
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly step?: string;
  readonly stage?: string;
  readonly msg?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly raw?: string;
  readonly raw_output?: boolean;
  readonly stepResult?: string;
  readonly jobResult?: "success" | "failure";
}

/**
 * Reads what act wrote with `--json`; lines that are no JSON are its own errors. A job that calls a
 * workflow has no steps: the jobs of that workflow stand in its place.
 */
export function readActLog(lines: readonly string[]): ActJob[] {
  const parsed = lines.filter((line) => line.startsWith("{")).map((line): Line => JSON.parse(line));
  const jobs = Map.groupBy(parsed, ({ job }) => job ?? "");
  jobs.delete("");
  const ran = [...jobs].filter(([, ofJob]) => ofJob.some(({ step }) => step !== undefined));
  return ran.map(([name, ofJob]) => readJob(name, ofJob));
}

function readJob(name: string, lines: readonly Line[]): ActJob {
  const printed = lines.filter(({ raw_output, raw }) => raw_output === true || raw !== undefined);
  const summaries = lines.filter(({ command }) => command === "summary");
  const byStep = Map.groupBy(
    lines.filter(({ stage }) => stage === "Main"),
    ({ step }) => step ?? "",
  );
  const steps = [...byStep].map(([step, ofStep]) => readStep(step, ofStep));
  return {
    id: lines[0]?.jobID ?? name,
    // Names are filled up with spaces to one length.
    name: name.trimEnd(),
    matrix: lines[0]?.matrix ?? {},
    conclusion: concludeJob(lines, steps),
    steps,
    summary: summaries.map(({ content }) => content ?? "").join(""),
    log: printed.map(({ raw, msg }) => raw ?? msg ?? "").join(""),
  };
}

/** Of a matrix, act says "failure" of every job that ends after one has failed. */
function concludeJob(lines: readonly Line[], steps: readonly ActStep[]): ActJob["conclusion"] {
  const said = lines.findLast(({ jobResult }) => jobResult !== undefined)?.jobResult ?? null;
  const isOfMatrix = Object.keys(lines[0]?.matrix ?? {}).length > 0;
  const isSound = steps.length > 0 && steps.every(({ conclusion }) => conclusion !== "failure");
  return said === "failure" && isOfMatrix && isSound ? "success" : said;
}

function readStep(name: string, lines: readonly Line[]): ActStep {
  const outputs = lines.filter(({ command }) => command === "set-output");
  const ended = lines.findLast(({ stepResult }) => stepResult !== undefined);
  return {
    name,
    conclusion: ended?.stepResult ?? "skipped",
    outputs: Object.fromEntries(outputs.map((line) => [line.name ?? "", line.arg ?? ""])),
  };
}
