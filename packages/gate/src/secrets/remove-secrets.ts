import type { GateSetup } from "../model.ts";
import { type Guise, guisesOf } from "./guises.ts";
import { type Range, scanTexts } from "./scan-texts.ts";

type Looking = Pick<GateSetup, "redact" | "scanner">;

export interface CleanText {
  readonly text: string;
  /** How many secrets, or lines that hide one, were taken out. */
  readonly count: number;
}

/**
 * Puts `***` in place of known values and of what looks like a secret, also where it shows only once the
 * text is rendered.
 * @throws ScanFailure when the scanner cannot look.
 */
export async function removeSecrets(
  texts: readonly string[],
  { redact, scanner }: Looking,
): Promise<readonly CleanText[]> {
  const known = texts.map((text) => redact(text));
  const found = await scanTexts(known, scanner);
  const disguised = await findDisguised(known, { redact, scanner });
  return known.map((text, at) => {
    const ranges = mergeRanges([...(found[at] ?? []), ...(disguised[at] ?? [])]);
    const redacted = text === texts[at] ? 0 : 1;
    return { text: replaceRanges(text, ranges), count: ranges.length + redacted };
  });
}

/**
 * Whether each of the texts still holds a secret.
 * @throws ScanFailure when the scanner cannot look.
 */
export async function holdSecrets(
  texts: readonly string[],
  { redact, scanner }: Looking,
): Promise<readonly boolean[]> {
  const found = await scanTexts(texts, scanner);
  const disguised = await findDisguised(texts, { redact, scanner });
  return texts.map(
    (text, at) =>
      redact(text) !== text || (found[at] ?? []).length > 0 || (disguised[at] ?? []).length > 0,
  );
}

async function findDisguised(
  texts: readonly string[],
  { redact, scanner }: Looking,
): Promise<readonly (readonly Range[])[]> {
  const guises = texts.flatMap((text, of) => guisesOf(text).map((guise) => ({ of, guise })));
  const found = await scanTexts(
    guises.map(({ guise }) => guise.text),
    scanner,
  );
  const ranges = texts.map((): Range[] => []);
  for (const [at, { of, guise }] of guises.entries()) {
    const written = [...(found[at] ?? []), ...linesWithKnown(guise.text, redact)];
    ranges[of]?.push(...written.map((range) => writtenAs(guise, range)));
  }
  return ranges;
}

/** Known values are only ever replaced, not pointed at: the whole line goes. */
function linesWithKnown(text: string, redact: Looking["redact"]): readonly Range[] {
  if (redact(text) === text) return [];
  let end = -1;
  return text.split("\n").flatMap((line): Range[] => {
    const start = end + 1;
    end = start + line.length;
    return redact(line) === line ? [] : [{ start, end }];
  });
}

function writtenAs({ starts, ends }: Guise, { start, end }: Range): Range {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || range.start > last.end) merged.push(range);
    else merged[merged.length - 1] = { ...last, end: Math.max(last.end, range.end) };
  }
  return merged;
}

function replaceRanges(text: string, ranges: readonly Range[]): string {
  let out = "";
  let from = 0;
  for (const { start, end } of ranges) {
    out += `${text.slice(from, start)}***`;
    from = end;
  }
  return out + text.slice(from);
}
