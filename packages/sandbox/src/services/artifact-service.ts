import { z } from "zod";
import type { Endpoint } from "../kernel/endpoint.ts";
import { instant } from "../present/instant.ts";
import type { Artifact } from "../state/model.ts";
import type { World } from "../state/world.ts";
import {
  artifactsFor,
  deleteArtifact,
  downloadAddress,
  type FinalArtifact,
  finalizeArtifact,
  findReserved,
  reserveArtifact,
  uploadAddress,
} from "./artifacts.ts";
import { backendIdOf } from "./backend-id.ts";
import { delayListing, findable } from "./late-listing.ts";
import type { RuntimeScope } from "./runtime-token.ts";
import { twirpMethod } from "./twirp.ts";
import { TwirpError } from "./twirp-error.ts";

const service = "ArtifactService";

const jobIds = {
  workflow_run_backend_id: z.string().default(""),
  workflow_job_run_backend_id: z.string().default(""),
};
const named = z.object({ ...jobIds, name: z.string().default("") });
const count = z.string().regex(/^\d{1,15}$/);
const creation = named.extend({
  version: z.int().default(0),
  expires_at: z.iso.datetime().optional(),
  mime_type: z.string().optional(),
});
const finalization = named.extend({ size: count.default("0"), hash: z.string().optional() });
const filters = z.object({
  ...jobIds,
  name_filter: z.string().optional(),
  id_filter: count.optional(),
});

/** Artifacts as a job reads and writes them: those of its own run only. */
export const artifactService: readonly Endpoint[] = [
  twirpMethod({
    service,
    method: "CreateArtifact",
    body: creation,
    handle: ({ world, effect }, body, scope) => {
      const { job } = requireOwn(scope, body);
      const expiresAt = body.expires_at === undefined ? null : new Date(body.expires_at);
      const mediaType = body.mime_type ?? "application/zip";
      const wanted = { name: body.name, mediaType, expiresAt };
      if (effect?.kind === "burnt") reserveArtifact(world, job, wanted);
      const artifact = reserveArtifact(world, job, wanted);
      return { ok: true, signed_upload_url: uploadAddress(world, artifact) };
    },
  }),
  twirpMethod({
    service,
    method: "FinalizeArtifact",
    body: finalization,
    handle: ({ world, effect }, body, scope) => {
      const artifact = findReserved(world, requireOwn(scope, body).job, body.name);
      if (artifact === null) throw noArtifact();
      finalizeArtifact(world, artifact, { size: Number(body.size), digest: body.hash ?? null });
      delayListing(world, artifact, effect);
      return { ok: true, artifact_id: String(artifact.id) };
    },
  }),
  twirpMethod({
    service,
    method: "ListArtifacts",
    body: filters,
    handle: ({ world }, body, scope) => {
      const all = artifactsFor(world, requireOwn(scope, body).job);
      const byName = all.filter(({ name }) => name === (body.name_filter ?? name));
      const found = byName.filter(({ id }) => String(id) === (body.id_filter ?? String(id)));
      return { artifacts: findable(world, found).map(presentArtifact) };
    },
  }),
  twirpMethod({
    service,
    method: "GetSignedArtifactURL",
    body: named,
    handle: ({ world }, body, scope) => ({
      signed_url: downloadAddress(world, findFinal(world, requireOwn(scope, body), body.name)),
    }),
  }),
  twirpMethod({
    service,
    method: "DeleteArtifact",
    body: named,
    handle: ({ world }, body, scope) => {
      const artifact = findFinal(world, requireOwn(scope, body), body.name);
      deleteArtifact(world, artifact);
      return { ok: true, artifact_id: String(artifact.id) };
    },
  }),
];

/** A token reaches what its own run stored, whatever run the request speaks of. */
function requireOwn(scope: RuntimeScope, body: { workflow_run_backend_id: string }): RuntimeScope {
  if (body.workflow_run_backend_id === backendIdOf(scope.job.run)) return scope;
  throw new TwirpError("permission_denied", "the token is not of this workflow run");
}

function findFinal(world: World, { job }: RuntimeScope, name: string): FinalArtifact {
  const artifact = artifactsFor(world, job).find((one) => one.name === name);
  if (artifact === undefined) throw noArtifact();
  return artifact;
}

function noArtifact(): TwirpError {
  return new TwirpError("not_found", "artifact not found");
}

function presentArtifact(artifact: FinalArtifact): Record<string, unknown> {
  return {
    workflow_run_backend_id: backendIdOf(artifact.run),
    workflow_job_run_backend_id: (artifact satisfies Artifact).jobId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.content.length),
    created_at: instant(artifact.createdAt),
    digest: artifact.digest,
  };
}
