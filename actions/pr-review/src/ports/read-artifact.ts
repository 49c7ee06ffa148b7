import { CodedError } from "@swarm-actions/core";
import type { GitHubClient } from "@swarm-actions/github";

export interface ArtifactPlace {
  readonly owner: string;
  readonly repository: string;
  readonly runId: number;
  readonly name: string;
  /** Bytes it may have, zipped. */
  readonly limit: number;
}

/**
 * The zip of a run's only artifact of that name; null when there is none.
 * @throws GitHubError; CodedError `pr-review/hostile-artifact` before anything of it is loaded
 */
export async function readArtifact(
  client: GitHubClient,
  place: ArtifactPlace,
): Promise<Uint8Array | null> {
  const { owner, repository: repo, runId, name, limit } = place;
  const listed = await client.read("GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", {
    owner,
    repo,
    run_id: runId,
    name,
    per_page: 100,
  });
  const found = listed.artifacts.filter((one) => one.name === name && !one.expired);
  const [artifact] = found;
  if (artifact === undefined) return null;
  if (found.length > 1) throw hostile(place, `there are ${found.length} of that name`);
  if (artifact.size_in_bytes > limit) throw hostile(place, `it has over ${limit} bytes`);
  const route = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";
  const data: unknown = await client.read(route, {
    owner,
    repo,
    artifact_id: artifact.id,
    archive_format: "zip",
  });
  if (!(data instanceof ArrayBuffer)) throw hostile(place, "it is no archive");
  if (data.byteLength > limit) throw hostile(place, `it has over ${limit} bytes`);
  return new Uint8Array(data);
}

function hostile({ name, runId }: ArtifactPlace, what: string): CodedError {
  const message = `artifact "${name}" of run ${runId} was not used: ${what}`;
  return new CodedError("pr-review/hostile-artifact", message, {
    fix: "Look at what the pull request changed in the workflows; nothing was written.",
    place: "with: artifact",
  });
}
