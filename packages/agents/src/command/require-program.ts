import { access, constants, stat } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { notStarted, type ProgramCall } from "./start-program.ts";

/** Which program is meant, and from where it is looked for. */
type Lookup = Pick<ProgramCall, "words" | "cwd" | "environment">;

/**
 * The health check of a command: its program is where the system would look for it.
 * @throws CodedError `command/not-started`, as the start itself would
 */
export async function requireProgram(call: Lookup): Promise<void> {
  // Windows adds endings and looks in more places; there the start itself has to tell.
  if (process.platform === "win32") return;
  const places = placesOf(call);
  // Without a PATH the system has a list of its own.
  if (places.length === 0) return;
  let cause: unknown;
  for (const place of places) {
    try {
      await access(place, constants.X_OK);
      // Folders may be entered, which is the same permission.
      if (!(await stat(place)).isDirectory()) return;
      cause = new Error("it is a folder");
    } catch (error) {
      cause = error;
    }
  }
  throw notStarted(call, cause);
}

function placesOf({ words, cwd, environment }: Lookup): string[] {
  const [program = ""] = words;
  if (program.includes("/")) return [resolve(cwd, program)];
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, program));
}
