import { relative } from "node:path";
import type { OutputChunk, RolldownOutput } from "rolldown";
import { top } from "../top.ts";

/**
 * The entry waits at its top until the program has ended. A file that is loaded meanwhile and imports
 * the entry waits for it in turn, so that neither goes on.
 * @throws Error naming such a file
 */
export function refuseAwaitedEntry(output: RolldownOutput["output"], entry: string): void {
  const chunks = output.filter((file) => file.type === "chunk");
  const waiting = chunks.find(({ moduleIds }) => moduleIds.includes(entry));
  if (waiting === undefined) throw new Error(`${entry} is in no file of its bundle`);
  const loaded = chunks.find((chunk) => !chunk.isEntry && imports(chunk, waiting));
  if (loaded === undefined) return;
  const from = relative(top, loaded.facadeModuleId ?? loaded.moduleIds.at(-1) ?? loaded.fileName);
  const to = relative(top, entry);
  throw new Error(
    `${from} is loaded while ${to} awaits it, and imports ${to} itself: both would wait for each ` +
      `other, and the program would end with exit code 13. Move what both need out of ${to}.`,
  );
}

function imports(chunk: OutputChunk, { fileName }: OutputChunk): boolean {
  return chunk.imports.includes(fileName) || chunk.dynamicImports.includes(fileName);
}
