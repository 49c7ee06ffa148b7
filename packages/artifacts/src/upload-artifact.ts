import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CodedError, messageOf } from "@swarm-actions/core";

export interface ArtifactFile {
  /** A bare file name. */
  readonly name: string;
  readonly content: string;
}

/** An artifact as GitHub keeps it. */
export interface UploadedArtifact {
  readonly id: number;
  /** Bytes, zipped. */
  readonly size: number;
}

/**
 * Uploads files as one artifact of the run. A name can be used once in a run.
 * @param temporary a folder that is emptied after the job
 * @throws CodedError `action/artifact-failed`
 */
export async function uploadArtifact(
  name: string,
  files: readonly ArtifactFile[],
  temporary: string,
): Promise<UploadedArtifact> {
  const folder = await mkdtemp(join(temporary, "artifact-"));
  try {
    const paths = files.map((file) => join(folder, file.name));
    for (const [at, file] of files.entries()) await writeFile(paths[at] ?? "", file.content);
    // The client and the cloud storage it speaks to take longer to load than all else.
    const { DefaultArtifactClient } = await import("@actions/artifact");
    const { id, size } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder);
    return { id: id ?? 0, size: size ?? 0 };
  } catch (cause) {
    throw failed(name, cause);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function failed(name: string, cause: unknown): CodedError {
  const taken = /conflict|already exists/i.test(messageOf(cause));
  return new CodedError("action/artifact-failed", `artifact "${name}": ${messageOf(cause)}`, {
    fault: taken ? "user" : "platform",
    fix: taken
      ? "Give each job of the run an `artifact` name of its own."
      : "Run the job again; where there is no artifact service, it cannot hand anything on.",
    cause,
  });
}
