import { type Page as PlainPage, pageOf as plainPageOf } from "@swarm-actions/display";
import type { Severity } from "@swarm-actions/review";
import picocolors from "picocolors";

/** A page that has a colour for each severity. */
export interface Page extends PlainPage {
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
}

export function pageOf(color: boolean, width: number): Page {
  const c = picocolors.createColors(color);
  return {
    ...plainPageOf(color, width),
    severity: {
      critical: (text) => c.bold(c.red(text)),
      high: c.red,
      medium: c.yellow,
      low: c.blue,
      info: c.cyan,
    },
  };
}
