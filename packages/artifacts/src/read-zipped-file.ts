import { CodedError } from "@swarm-actions/core";
import type { Unzip } from "fflate";

/** How much is unpacked before the size is looked at again. Bytes of the archive. */
const step = 16 * 1024;

/** What an archive must be like to be read. */
export interface Expected {
  /** The one file in it. */
  readonly name: string;
  /** Bytes it may have, unpacked. */
  readonly limit: number;
}

/**
 * The one file of an archive that somebody else made. Nothing is written to the disk, so that no name in
 * it leads anywhere, and unpacking ends at the limit whatever the archive says of its sizes.
 * @throws CodedError `action/invalid-artifact`
 */
export async function readZippedFile(zip: Uint8Array, expected: Expected): Promise<Uint8Array> {
  const { Unzip, UnzipInflate } = await import("fflate");
  const chunks: Uint8Array[] = [];
  const faults: string[] = [];
  let isWhole = false;
  let names = 0;
  let size = 0;
  const unzip = new Unzip((file) => {
    if (++names > 1 || file.name !== expected.name) {
      faults.push(`holds something else than the one file ${expected.name}`);
      return;
    }
    file.ondata = (error, chunk, final) => {
      if (error !== null) faults.push("is damaged");
      size += chunk?.length ?? 0;
      if (size > expected.limit) faults.push(`unpacks to over ${expected.limit} bytes`);
      if (faults.length === 0) chunks.push(chunk);
      isWhole ||= final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < zip.length && faults.length === 0; at += step) {
    if (!isPushed(unzip, zip, at)) faults.push("is damaged");
  }
  if (faults[0] !== undefined) throw invalid(faults[0]);
  if (!isWhole) throw invalid("is cut off, or is no archive");
  return Buffer.concat(chunks);
}

function isPushed(unzip: Unzip, zip: Uint8Array, at: number): boolean {
  try {
    unzip.push(zip.subarray(at, at + step), at + step >= zip.length);
    return true;
  } catch {
    return false;
  }
}

function invalid(what: string): CodedError {
  return new CodedError("action/invalid-artifact", `the artifact ${what}`, {
    fault: "platform",
    fix: "Run the job that made it again; if it comes from a fork, look at what the fork changed.",
  });
}
