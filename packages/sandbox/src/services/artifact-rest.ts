import { type Call, type Endpoint, endpoint } from "../kernel/endpoint.ts";
import { page } from "../kernel/paginate.ts";
import { notFound, Refusal } from "../kernel/refusal.ts";
import { noContent, ok } from "../kernel/reply.ts";
import { instant } from "../present/instant.ts";
import { nodeId } from "../present/node-id.ts";
import { repositoryUrl } from "../present/repository-urls.ts";
import type { World } from "../state/world.ts";
import {
  allArtifacts,
  artifactsOf,
  deleteArtifact,
  downloadAddress,
  type FinalArtifact,
  isExpired,
} from "./artifacts.ts";
import { findable } from "./late-listing.ts";

const root = "/repos/{owner}/{repo}/actions";
const reading = { actions: "read" } as const;

/** Artifacts as everyone with `actions: read` sees them, whichever run they are of. */
export const artifactRest: readonly Endpoint[] = [
  endpoint({
    method: "GET",
    path: `${root}/artifacts`,
    permission: reading,
    handle: (call) => list(call, findable(call.world, allArtifacts(call.repository()))),
  }),
  endpoint({
    method: "GET",
    path: `${root}/runs/{run_id}/artifacts`,
    permission: reading,
    handle: (call) => {
      const run = call
        .repository()
        .workflowRuns.find(({ id }) => String(id) === call.params.run_id);
      if (run === undefined) throw notFound();
      return list(call, findable(call.world, artifactsOf(run)));
    },
  }),
  endpoint({
    method: "GET",
    path: `${root}/artifacts/{artifact_id}`,
    permission: reading,
    handle: (call) => ok(presentArtifact(call.world, find(call))),
  }),
  endpoint({
    method: "GET",
    path: `${root}/artifacts/{artifact_id}/{archive_format}`,
    permission: reading,
    handle: (call) => {
      // Unlike the list, a download always asks who is there.
      call.token();
      const artifact = find(call);
      if (call.params.archive_format !== "zip") throw notFound();
      if (isExpired(call.world, artifact)) throw new Refusal(410, "Artifact has expired");
      return {
        status: 302,
        body: null,
        headers: { location: downloadAddress(call.world, artifact) },
      };
    },
  }),
  endpoint({
    method: "DELETE",
    path: `${root}/artifacts/{artifact_id}`,
    permission: { actions: "write" },
    handle: (call) => {
      deleteArtifact(call.world, find(call));
      return noContent();
    },
  }),
];

function find(call: Call): FinalArtifact {
  const all = allArtifacts(call.repository());
  const found = all.find(({ id }) => String(id) === call.params.artifact_id);
  if (found === undefined) throw notFound();
  return found;
}

function list(call: Call, all: readonly FinalArtifact[]) {
  const wanted = call.query.get("name");
  const named = all.filter(({ name }) => wanted === null || name === wanted);
  const ordered = call.query.get("direction") === "asc" ? named.toReversed() : named;
  const { items, headers } = page(call, ordered);
  const artifacts = items.map((artifact) => presentArtifact(call.world, artifact));
  return ok({ total_count: named.length, artifacts }, headers);
}

function presentArtifact(world: World, artifact: FinalArtifact): Record<string, unknown> {
  const { run } = artifact;
  const url = `${repositoryUrl(world, run.repository)}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: nodeId("Artifact", artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.content.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: isExpired(world, artifact),
    digest: artifact.digest,
    created_at: instant(artifact.createdAt),
    updated_at: instant(artifact.createdAt),
    expires_at: instant(artifact.expiresAt),
    workflow_run: {
      id: run.id,
      repository_id: run.repository.id,
      head_repository_id: run.headRepository.id,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  };
}
