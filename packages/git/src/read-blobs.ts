import { type GitCall, runGit } from "./run-git.ts";

/** Larger files are left out; agents then see the diff alone. Bytes. */
const contentLimit = 4 * 1024 * 1024;

export interface Blob {
  /** Bytes. */
  readonly size: number;
  /** Null for binary or too large content. */
  readonly text: string | null;
}

/** Reads blobs by object id in two git calls, whatever their number. */
export async function readBlobs(ids: Iterable<string>, call: GitCall): Promise<Map<string, Blob>> {
  const sizes = await readSizes([...new Set(ids)], call);
  const wanted = [...sizes].filter(([, size]) => size <= contentLimit).map(([id]) => id);
  const contents = await readContents(wanted, call);
  return new Map(
    [...sizes].map(([id, size]) => [id, { size, text: decode(contents.get(id) ?? null) }]),
  );
}

async function readSizes(ids: readonly string[], call: GitCall): Promise<Map<string, number>> {
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)", "--buffer"];
  const listing = await runGit(args, { ...call, input: lines(ids) });
  const sizes = new Map<string, number>();
  for (const line of listing.toString("utf8").split("\n")) {
    const [id, type, size] = line.split(" ");
    if (id !== undefined && type === "blob") sizes.set(id, Number(size));
  }
  return sizes;
}

async function readContents(ids: readonly string[], call: GitCall): Promise<Map<string, Buffer>> {
  const output = await runGit(["cat-file", "--batch", "--buffer"], { ...call, input: lines(ids) });
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const [id = "", , size = "0"] = output.toString("utf8", at, end).split(" ");
    const from = end + 1;
    const to = from + Number(size);
    contents.set(id, output.subarray(from, to));
    at = to + 1;
  }
  return contents;
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join("");
}

function decode(content: Buffer | null): string | null {
  return content === null || content.includes(0) ? null : content.toString("utf8");
}
