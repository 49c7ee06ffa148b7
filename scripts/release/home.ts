import { CodedError } from "@swarm-actions/core";
import type { Git } from "./git.ts";

/** Where a release will be found, so that its own workflows can name its own actions. */
export interface Home {
  /** `owner/name`. */
  readonly repository: string;
  /** The tag of the very release: what it uses must not change under it. */
  readonly tag: string;
}

/** What workflows here are written with, as nobody knows yet who will hold them. */
const placeholder = /\borg\/swarm-actions\/([\w./-]+)@v\d+\b/g;

/**
 * A workflow with the names of the release that it is part of.
 * @throws CodedError `release/no-repository` when it names something and nobody knows the repository
 */
export function nameHome(workflow: string, home: Home | null, place: string): string {
  return workflow.replace(placeholder, (_, path: string) => {
    if (home !== null) return `${home.repository}/${path}@${home.tag}`;
    throw new CodedError("release/no-repository", "whose release this will be is not known", {
      fix: "Add the remote `origin`, or pass --repository OWNER/NAME.",
      place,
    });
  });
}

/** The repository that was named, else the one that `origin` is. */
export function homeOf(git: Git, asked: string | null, tag: string): Home | null {
  const origin = git(["config", "--default", "", "--get", "remote.origin.url"]);
  const repository = asked ?? repositoryIn(origin);
  if (repository === null) return null;
  if (/^[\w-]+\/[\w.-]+$/.test(repository)) return { repository, tag };
  throw new CodedError("release/wrong-repository", `"${repository}" is no OWNER/NAME`, {
    fix: "Pass --repository as on GitHub, such as acme/swarm-actions.",
  });
}

/** `https://host/owner/name.git`, `ssh://git@host/owner/name` and `git@host:owner/name`; no folder. */
function repositoryIn(address: string): string | null {
  const host = /^(?:(?:https?|ssh):\/\/[^/\s]+\/|[^/\s:]+:)/;
  const path = address.replace(host, "").replace(/(?:\.git)?\/?$/, "");
  return host.test(address) && /^[\w-]+\/[\w.-]+$/.test(path) ? path : null;
}
