import { CodedError, messageOf } from "@swarm-actions/core";

/**
 * Some files of an archive that somebody else made, beside others that are left packed. Nothing is written
 * to the disk, so that no name in it leads anywhere, and whatever the archive says of its sizes, no more is
 * unpacked than allowed.
 * @param wanted the most bytes that each may have, unpacked, by name
 * @throws CodedError `action/invalid-artifact` when one is missing, twice there, or too large
 */
export async function readFilesOfZip<Name extends string>(
  zip: Uint8Array,
  wanted: Readonly<Record<Name, number>>,
): Promise<Readonly<Record<Name, string>>> {
  const limits = new Map<string, number>(Object.entries<number>(wanted));
  const files = await unpack(zip, limits);
  const texts = Object.keys(wanted).map((name) => {
    const content = files[name];
    if (content === undefined) throw invalid(`holds no file ${name}`);
    return [name, Buffer.from(content).toString("utf8")];
  });
  return Object.fromEntries(texts);
}

async function unpack(zip: Uint8Array, limits: ReadonlyMap<string, number>) {
  const { unzipSync } = await import("fflate");
  const seen = new Set<string>();
  try {
    return unzipSync(zip, {
      // What an entry claims to be is how much room it gets: it can claim less than it is, and is cut then.
      filter: ({ name, originalSize }) => {
        const limit = limits.get(name);
        if (limit === undefined) return false;
        if (seen.has(name)) throw invalid(`holds the file ${name} twice`);
        seen.add(name);
        if (originalSize > limit) throw invalid(`unpacks ${name} to over ${limit} bytes`);
        return true;
      },
    });
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    throw invalid(`is damaged, or is no archive: ${messageOf(thrown)}`);
  }
}

function invalid(what: string): CodedError {
  return new CodedError("action/invalid-artifact", `the artifact ${what}`, {
    fault: "platform",
    fix: "Run the job that made it again; if it comes from a fork, look at what the fork changed.",
  });
}
