import type { Place, RuleDoc, TaskFile } from "@swarm-actions/review";
import { placeOfLines } from "../../added-lines.ts";
import { afterText } from "../../after-text.ts";
import type { Observation, Rule } from "../../define.ts";
import { type Diagnosis, diagnose } from "../diagnose.ts";
import { workflowWith } from "../examples.ts";
import { freshFaults } from "../fresh-faults.ts";
import { workflowKind } from "../kind.ts";
import { type ReviewedWorkflow, reviewedWorkflow } from "../reviewed.ts";

const doc: RuleDoc = {
  id: "workflows/invalid",
  title: "GitHub will not accept this workflow or action, or not as meant",
  severity: "medium",
  category: "correctness",
  why: "A workflow that GitHub cannot read does not run at all, and nothing turns red: checks that were required simply never come.",
  fix: "Correct the named place; the message is from GitHub's own language service.",
  flagged: [
    {
      title: "an unknown key",
      after: workflowWith("- run: make\n  working_directory: src"),
    },
    {
      title: "a job that waits for one that does not exist",
      after: {
        ".github/workflows/ci.yml":
          "on: push\npermissions: {}\njobs:\n  first:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n  test:\n    needs: buidl\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n",
      },
    },
    {
      title: "broken YAML",
      after: { ".github/workflows/ci.yml": "on: push\npermissions: {}\njobs:\n  test: [\n" },
    },
    {
      title: "a composite step without a shell",
      after: {
        "tools/greet/action.yml":
          "name: Greet\ndescription: Greets\nruns:\n  using: composite\n  steps:\n    - run: echo hello\n",
      },
    },
  ],
  clean: [
    {
      title: "newer syntax",
      after: {
        ".github/workflows/ci.yml":
          "on: push\npermissions:\n  models: read\n  copilot-requests: write\nconcurrency:\n  group: deploy\n  queue: max\nenv:\n  MODE: &mode ${{ case(github.ref == 'refs/heads/main', 'release', 'debug') }}\n  SAME: *mode\njobs:\n  test:\n    runs-on: ubuntu-slim\n    steps:\n      - uses: $/tools/setup\n      - run: ./serve.sh\n        background: true\n",
      },
    },
    {
      title: "a fault that was there before",
      before: workflowWith("- run: make\n  working_directory: src"),
      after: workflowWith("- run: make all\n  working_directory: src"),
    },
  ],
};

/** A broken file has one fault and many consequences. */
const maxPerFile = 10;

export const invalid: Rule = {
  doc,
  async check(task, signal) {
    const seen: Observation[] = [];
    for (const file of task.files) {
      signal.throwIfAborted();
      const workflow = reviewedWorkflow(file);
      seen.push(...(workflow === null ? unreadable(file) : await newFaults(workflow)));
    }
    return seen;
  },
};

function unreadable(file: TaskFile): readonly Observation[] {
  const expected = workflowKind(file.diff.path) !== null && file.hunks.length > 0;
  return expected && afterText(file) !== null ? [tooLarge(file.diff.path)] : [];
}

function tooLarge(path: string): Observation {
  const message =
    "This file is too large, or too deeply nested, to be checked. Split it; GitHub limits the size of workflows too.";
  return { place: { kind: "file", path }, severity: "low", message };
}

async function newFaults(workflow: ReviewedWorkflow): Promise<readonly Observation[]> {
  const { after, before, kind, path } = workflow;
  const found = await diagnose(after, kind);
  if (found === null) return [tooLarge(path)];
  const old = before === null ? [] : ((await diagnose(before, kind)) ?? []);
  return freshFaults(after, found, before, old)
    .flatMap((fault) => observe(workflow, fault))
    .slice(0, maxPerFile);
}

function observe(workflow: ReviewedWorkflow, fault: Diagnosis): readonly Observation[] {
  const place = placeOf(workflow, fault.line);
  if (place === null) return [];
  const where = place.kind === "file" ? `Line ${fault.line}: ` : "";
  return [
    {
      place,
      message:
        `${where}${fault.message}. GitHub's language service does not accept this; correct it.`.replace(
          "..",
          ".",
        ),
      ...weightOf(workflow, fault),
    },
  ];
}

/** What is not YAML cannot run at all; what is only suspicious may still be right. */
function weightOf({ after }: ReviewedWorkflow, { severity }: Diagnosis): Partial<Observation> {
  if (severity === "warning") return { severity: "low", confidence: 0.7 };
  return after.yaml.errors.length > 0 ? { severity: "high", confidence: 1 } : {};
}

/** A fault elsewhere is ours only where the old side is known not to have had it. */
function placeOf({ added, before, path }: ReviewedWorkflow, line: number): Place | null {
  const here = added.get(line);
  if (here !== undefined) return placeOfLines(here);
  return before === null ? null : { kind: "file", path };
}
