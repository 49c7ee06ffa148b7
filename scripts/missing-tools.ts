import { chromiumPath } from "../test/support/browser.ts";

/** A tool from outside that some suites need. */
export interface MissingTool {
  readonly name: string;
  readonly suites: string;
  readonly fix: string;
}

/** Tools that some suites need and this machine lacks. */
export function missingTools(): MissingTool[] {
  if (chromiumPath() !== null) return [];
  return [
    {
      name: "Chromium",
      suites: "the HTML report in a real browser (test/report)",
      fix: "Install chromium, or set CHROMIUM_PATH.",
    },
  ];
}
