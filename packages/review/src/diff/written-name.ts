import { brokenDiff } from "./broken-diff.ts";
import { readName, readQuoted } from "./quoted-path.ts";

/** Reads the name of a `---` or `+++` line, prefix included; null when the file is absent there. */
export function readWrittenName(text: string, line: number): string | null {
  refuseConvertedLineEnds(text, line);
  if (text === "/dev/null" || text.startsWith("/dev/null\t") || isEpoch(text)) return null;
  return readName(text, line);
}

/** Git writes a `\r` in a name as an escape, so a bare one shows that something changed the line ends. */
export function refuseConvertedLineEnds(text: string, line: number): void {
  if (text.endsWith("\r"))
    throw brokenDiff("converted-line-ends", line, "the line ends of the diff were changed to CRLF");
}

const nearEpoch = /\t(1970-01-01|1969-12-31) (\d\d):(\d\d):00(?:\.0{1,9})? ([+-])(\d\d)(\d\d)$/;

/** GNU diff -N marks an absent file by the date 1970-01-01 00:00 UTC, told in local time. */
function isEpoch(text: string): boolean {
  const match = nearEpoch.exec(text);
  if (match === null) return false;
  const [, day, hour, minute, sign, offsetHours, offsetMinutes] = match;
  const local = Number(hour) * 60 + Number(minute) - (day === "1970-01-01" ? 0 : 24 * 60);
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  return local === (sign === "-" ? -offset : offset);
}

/**
 * Splits the two names of a `diff --git` line where at least one is quoted; null when none is.
 * An unquoted name holds no `"`, so the first one begins a quoted name.
 */
export function splitQuotedNames(names: string, line: number): readonly [string, string] | null {
  const quote = names.indexOf('"');
  if (quote < 0) return null;
  if (quote > 0) return [names.slice(0, quote - 1), readQuoted(names.slice(quote), line).name];
  const first = readQuoted(names, line);
  const second = names.slice(first.length + 1);
  return [first.name, second.startsWith('"') ? readQuoted(second, line).name : second];
}
