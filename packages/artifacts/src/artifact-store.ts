import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArtifactClient } from "@actions/artifact";
import { CodedError } from "@swarm-actions/core";
import { judgeUpload, type UploadFailure, unavailable } from "./judge-upload.ts";
import { readFilesOfZip } from "./read-files-of-zip.ts";
import { readZippedFile } from "./read-zipped-file.ts";
import type { ArtifactFile } from "./upload-artifact.ts";

/** An artifact as the run's own service lists it. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes, zipped. */
  readonly size: number;
  /** `sha256:…` of the archive; null: the service does not tell. */
  readonly digest: string | null;
}

export interface NewArtifact {
  readonly name: string;
  readonly files: readonly ArtifactFile[];
  /** Days; the repository's limit may be lower. */
  readonly retentionDays: number;
}

/** What came of an upload. `kept`: it is there. The rest as `UploadFailure` says. */
export type PutOutcome = { readonly kind: "kept"; readonly id: number } | UploadFailure;

/**
 * The artifacts of this run, through GitHub's own client: by the token of the job's services, without a
 * permission or a request to the API.
 */
export interface ArtifactStore {
  /** Uploads under a new name. @throws CodedError `artifacts/unavailable` when nothing was done */
  readonly put: (artifact: NewArtifact) => Promise<PutOutcome>;
  /** All that can be seen. @throws CodedError `artifacts/unavailable` */
  readonly list: () => Promise<readonly StoredArtifact[]>;
  /** The newest of a name. @throws CodedError `artifacts/unavailable` */
  readonly find: (name: string) => Promise<StoredArtifact | null>;
  /**
   * Reads the one file of an archive that anybody may have made.
   * @throws CodedError `artifacts/unavailable`, `artifacts/too-large`, `action/invalid-artifact`
   */
  readonly read: (artifact: StoredArtifact, file: string, limit: number) => Promise<string>;
  /**
   * Reads some files of an archive that anybody may have made, and that holds others as well.
   * @param limit the most bytes of the archive
   * @param files the most bytes of each file, by name
   * @throws as `read`
   */
  readonly readFiles: <Name extends string>(
    artifact: StoredArtifact,
    limit: number,
    files: Readonly<Record<Name, number>>,
  ) => Promise<Readonly<Record<Name, string>>>;
  /** Takes it down; false: it was not there. @throws CodedError `artifacts/unavailable` */
  readonly remove: (name: string) => Promise<boolean>;
}

/** @param temporary a folder that is emptied after the job */
export function createArtifactStore(temporary: string): ArtifactStore {
  return {
    put: (artifact) => inFolder(temporary, (folder) => put(artifact, folder)),
    list: async () => {
      const { artifacts } = await ask("list", (client) => client.listArtifacts({ latest: false }));
      return artifacts.map(toStored);
    },
    find: async (name) => {
      try {
        return toStored((await (await clientOf()).getArtifact(name)).artifact);
      } catch (cause) {
        if (isNotFound(cause)) return null;
        throw unavailable("find", cause);
      }
    },
    read: (artifact, file, limit) =>
      inFolder(temporary, async (folder) => {
        const zip = await fetchArchive({ artifact, limit: limit + archiveOverhead, folder });
        return Buffer.from(await readZippedFile(zip, { name: file, limit })).toString("utf8");
      }),
    readFiles: (artifact, limit, files) =>
      inFolder(temporary, async (folder) =>
        readFilesOfZip(await fetchArchive({ artifact, limit, folder }), files),
      ),
    remove: async (name) => {
      try {
        await (await clientOf()).deleteArtifact(name);
        return true;
      } catch (cause) {
        if (isNotFound(cause)) return false;
        throw unavailable("take down", cause);
      }
    },
  };
}

async function put(
  { name, files, retentionDays }: NewArtifact,
  folder: string,
): Promise<PutOutcome> {
  const paths = files.map((file) => join(folder, file.name));
  for (const [at, file] of files.entries()) await writeFile(paths[at] ?? "", file.content);
  try {
    const client = await clientOf();
    const { id = 0 } = await client.uploadArtifact(name, paths, folder, { retentionDays });
    return { kind: "kept", id };
  } catch (cause) {
    return judgeUpload(cause);
  }
}

interface Fetching {
  readonly artifact: StoredArtifact;
  /** Bytes of the archive. */
  readonly limit: number;
  readonly folder: string;
}

/** An archive is a little larger than what is in it when that cannot be packed. */
const archiveOverhead = 4096;

/** The client only fetches the archive: unpacking is ours, as it may hold anything. */
async function fetchArchive({ artifact, limit, folder }: Fetching): Promise<Uint8Array> {
  if (artifact.size > limit) throw tooLarge(artifact, limit);
  const options = {
    path: folder,
    skipDecompress: true,
    ...(artifact.digest === null ? {} : { expectedHash: artifact.digest }),
  };
  const { digestMismatch } = await ask("download", (client) =>
    client.downloadArtifact(artifact.id, options),
  );
  const [archive] = await readdir(folder);
  if (digestMismatch === true || archive === undefined)
    throw unavailable("download", new Error("what came is not what was stored"));
  return readFile(join(folder, archive));
}

async function ask<Answer>(
  what: string,
  question: (client: ArtifactClient) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await question(await clientOf());
  } catch (cause) {
    throw unavailable(what, cause);
  }
}

/** The client and the cloud storage it speaks to take longer to load than all else. */
async function clientOf(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  return new DefaultArtifactClient();
}

async function inFolder<Value>(
  temporary: string,
  use: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(temporary, "artifact-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Listed {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly digest?: string | undefined;
}

function toStored({ id, name, size, digest }: Listed): StoredArtifact {
  return { id, name, size, digest: digest ?? null };
}

function isNotFound(cause: unknown): boolean {
  return cause instanceof Error && cause.name === "ArtifactNotFoundError";
}

function tooLarge({ name, size }: StoredArtifact, limit: number): CodedError {
  return new CodedError(
    "artifacts/too-large",
    `artifact "${name}" has ${size} bytes, and ${limit} are allowed`,
    { fault: "platform", fix: "Let the job that made it store less." },
  );
}
