import { readdir, readFile } from "node:fs/promises";

export interface FoundProcess {
  readonly id: number;
  readonly command: string;
}

/** Processes whose environment names a folder. */
export async function processesOf(folder: string): Promise<readonly FoundProcess[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const read = (id: number, what: string): Promise<string> =>
    readFile(`/proc/${id}/${what}`, "utf8").catch(() => "");
  const found = await Promise.all(
    ids.map(async (id) => {
      const isOf = (await read(id, "environ")).includes(folder);
      return isOf ? [{ id, command: (await read(id, "cmdline")).replaceAll("\0", " ") }] : [];
    }),
  );
  return found.flat();
}
