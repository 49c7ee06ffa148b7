import { createHash } from "node:crypto";
import type { Artifact, Repository, WorkflowRun } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { actionsSettingsOf } from "./actions-settings.ts";
import { blobsOf, createBlob } from "./blob-store.ts";
import type { Job } from "./runtime-token.ts";
import { signAddress } from "./signed-address.ts";
import { TwirpError } from "./twirp-error.ts";

const dayMs = 86_400_000;
const retentionMs = 90 * dayMs;
const perJob = 500;

/** An artifact whose upload is complete. */
export type FinalArtifact = Artifact & { readonly content: Buffer; readonly digest: string };

export interface NewArtifact {
  readonly name: string;
  readonly mediaType: string;
  /** Null: after 90 days, which is also the longest. */
  readonly expiresAt: Date | null;
}

/**
 * Reserves a name in a run. Whether or not an upload follows, it stays taken.
 * @throws TwirpError `already_exists`, `invalid_argument`, `resource_exhausted`
 */
export function reserveArtifact(world: World, job: Job, wanted: NewArtifact): Artifact {
  refuseName(world, job, wanted.name);
  const createdAt = world.now();
  const longest = createdAt.getTime() + retentionMs;
  const artifact: Artifact = {
    kind: "artifact",
    id: world.nextId(),
    run: job.run,
    jobId: job.id,
    attempt: job.attempt,
    name: wanted.name,
    mediaType: wanted.mediaType,
    content: null,
    digest: null,
    createdAt,
    expiresAt: new Date(Math.min(wanted.expiresAt?.getTime() ?? longest, longest)),
  };
  job.run.repository.artifacts.push(artifact);
  blobsOf(world).set(blobIdOf(artifact), createBlob(wanted.mediaType));
  return artifact;
}

function refuseName(world: World, job: Job, name: string): void {
  const { run, id } = job;
  const all = run.repository.artifacts.filter((one) => one.run === run);
  const ofRun = all.filter((one) => isInSight(world, job, one));
  if (name === "" || /["<>|*?:\\/\r\n]/.test(name))
    throw new TwirpError("invalid_argument", "the artifact name is not valid");
  if (ofRun.some((one) => one.name === name))
    throw new TwirpError(
      "already_exists",
      "an artifact with this name already exists on the workflow run",
    );
  if (ofRun.filter(({ jobId }) => jobId === id).length >= perJob)
    throw new TwirpError("resource_exhausted", `a job cannot have more than ${perJob} artifacts`);
}

/**
 * Ends an upload; from now on the artifact is seen. Asked again with the same figures it says the same.
 * @param digest `sha256:…`; null: not told
 * @throws TwirpError `not_found`, `invalid_argument` when size or digest are not those of the upload
 */
export function finalizeArtifact(
  world: World,
  artifact: Artifact,
  told: { readonly size: number; readonly digest: string | null },
): void {
  const content = blobsOf(world).get(blobIdOf(artifact))?.content ?? null;
  if (content === null) throw new TwirpError("not_found", "the artifact was not uploaded");
  const digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  if (told.size !== content.length)
    throw new TwirpError(
      "invalid_argument",
      `${content.length} bytes were uploaded, not ${told.size}`,
    );
  if (told.digest !== null && told.digest !== digest)
    throw new TwirpError("invalid_argument", "the digest is not that of what was uploaded");
  Object.assign(artifact, { content, digest });
}

/** Whether a job knows of an artifact of its run: those of earlier attempts may be hidden from it. */
function isInSight(world: World, job: Job, artifact: Artifact): boolean {
  return actionsSettingsOf(world).earlierAttempts === "visible" || artifact.attempt === job.attempt;
}

/** The artifacts of its run that a job can see, newest first. */
export function artifactsFor(world: World, job: Job): FinalArtifact[] {
  return artifactsOf(job.run).filter((artifact) => isInSight(world, job, artifact));
}

/** The artifact that a job has under way, or has made, by its name. */
export function findReserved(world: World, job: Job, name: string): Artifact | null {
  const { run } = job;
  const found = run.repository.artifacts.findLast(
    (one) => one.run === run && one.name === name && isInSight(world, job, one),
  );
  return found ?? null;
}

/** The artifacts of a run that can be seen, newest first. */
export function artifactsOf(run: WorkflowRun): FinalArtifact[] {
  return allArtifacts(run.repository).filter((artifact) => artifact.run === run);
}

/** The artifacts of a repository that can be seen, newest first. */
export function allArtifacts(repository: Repository): FinalArtifact[] {
  return repository.artifacts.filter(isFinal).toReversed();
}

function isFinal(artifact: Artifact): artifact is FinalArtifact {
  return artifact.content !== null && artifact.digest !== null;
}

export function isExpired(world: World, artifact: Artifact): boolean {
  return artifact.expiresAt.getTime() <= world.now().getTime();
}

/** Removes an artifact; its name is free again. */
export function deleteArtifact(world: World, artifact: Artifact): void {
  const { artifacts } = artifact.run.repository;
  artifacts.splice(artifacts.indexOf(artifact), 1);
  blobsOf(world).delete(blobIdOf(artifact));
}

export function uploadAddress(world: World, artifact: Artifact): string {
  return signAddress(world, { blob: blobIdOf(artifact), allows: "write", lifetimeMs: 3_600_000 });
}

export function downloadAddress(world: World, artifact: FinalArtifact): string {
  const { mediaType, content, name } = artifact;
  // One that a seed brought along has not been uploaded.
  blobsOf(world).set(blobIdOf(artifact), createBlob(mediaType, content));
  const fileName = mediaType === "application/zip" ? `${name}.zip` : name;
  const terms = {
    blob: blobIdOf(artifact),
    allows: "read",
    lifetimeMs: 600_000,
    fileName,
  } as const;
  return signAddress(world, terms);
}

function blobIdOf(artifact: Artifact): string {
  return `artifact-${artifact.id}`;
}
