import { CodedError } from "@swarm-actions/core";

/** A hidden line of ours: `<!-- swarm-actions:NAME PARAMETER … -->`. */
export interface HiddenLine {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly line: string;
}

const hiddenLine = /^<!-- swarm-actions:([a-z-]{1,32})((?: [\w+/=.:-]+)*) -->$/;
const wellFormedKey = /^[A-Za-z0-9._-]{1,64}$/;

export function writeHiddenLine(name: string, parameters: readonly string[]): string {
  return [`<!-- swarm-actions:${name}`, ...parameters, "-->"].join(" ");
}

/**
 * The hidden lines at the end of a text, last first. Those further up are not ours: whatever we write
 * ends with them, and whoever quotes us goes on.
 */
export function readHiddenLines(body: string): readonly HiddenLine[] {
  const lines: HiddenLine[] = [];
  for (const raw of body.trimEnd().split(/\r?\n/).reverse()) {
    const line = raw.trim();
    const [, name, parameters = ""] = hiddenLine.exec(line) ?? [];
    if (name === undefined) break;
    lines.push({ name, parameters: parameters.trim().split(" "), line });
  }
  return lines;
}

/** @throws CodedError `publication/malformed-key` */
export function checkKey(key: string): string {
  if (wellFormedKey.test(key)) return key;
  throw new CodedError("publication/malformed-key", `\`${key}\` cannot tell reviews apart`, {
    fix: "Use 1 to 64 letters, digits, dots, hyphens and underscores as the key.",
  });
}
