import { canonicalJson } from "@swarm-actions/core";
import type { CheckAnnotation } from "@swarm-actions/publication";
import type { GitHubClient } from "../../client.ts";
import type { RepositoryPlace } from "../place.ts";

/** As REST has it. */
export interface RestAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

export function toAnnotation(annotation: CheckAnnotation): RestAnnotation {
  const { path, startLine, endLine, level, title, message } = annotation;
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    annotation_level: level,
    title,
    message,
  };
}

/** What a check has already, each as text to compare. */
export async function readAnnotations(
  client: GitHubClient,
  { owner, repository: repo }: RepositoryPlace,
  check: number,
): Promise<readonly string[]> {
  const route = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations";
  const found = await client.readAll(route, { owner, repo, check_run_id: check });
  return found.map(({ path, start_line, end_line, annotation_level, title, message }) =>
    canonicalJson({ path, start_line, end_line, annotation_level, title, message }),
  );
}

export function without(
  annotations: readonly RestAnnotation[],
  known: readonly string[],
): readonly RestAnnotation[] {
  const there = new Set(known);
  return annotations.filter((annotation) => !there.has(canonicalJson(annotation)));
}
