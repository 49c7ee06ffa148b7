import type { SecretScanner } from "../model.ts";

/** UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A check that every text needs could not be made. */
export class ScanFailure extends Error {}

const separator = "\n\n";
const longestBatch = 100_000;

/**
 * What looks like a secret in each of the texts. Many short texts are looked at together, since a scanner
 * has a start-up of its own.
 * @throws ScanFailure when the scanner cannot look.
 */
export async function scanTexts(
  texts: readonly string[],
  scanner: SecretScanner,
): Promise<readonly (readonly Range[])[]> {
  const found: (readonly Range[])[] = [];
  for (const batch of batchesOf(texts)) {
    const ranges = await scan(batch.join(separator), scanner);
    let from = 0;
    for (const text of batch) {
      found.push(clip(ranges, from, from + text.length));
      from += text.length + separator.length;
    }
  }
  return found;
}

function batchesOf(texts: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let room = 0;
  for (const text of texts) {
    room -= text.length + separator.length;
    if (room >= 0) batches.at(-1)?.push(text);
    else {
      batches.push([text]);
      room = longestBatch - text.length;
    }
  }
  return batches;
}

async function scan(text: string, scanner: SecretScanner): Promise<readonly Range[]> {
  try {
    return await scanner.scan(text);
  } catch (cause) {
    throw new ScanFailure("the scanner of secrets failed", { cause });
  }
}

function clip(ranges: readonly Range[], from: number, to: number): readonly Range[] {
  return ranges
    .map(({ start, end }) => ({
      start: Math.max(start, from) - from,
      end: Math.min(end, to) - from,
    }))
    .filter(({ start, end }) => start < end);
}
