import type { ActionEnvironment } from "@swarm-actions/action-kit";
import { fetchChange, holdsFiles, openRepository, readChange } from "@swarm-actions/git";
import type { ChangeSource } from "./change-source.ts";

/** The job's checkout, and the git of the server that the job runs for. */
export function createGitSource(environment: ActionEnvironment, token: string): ChangeSource {
  const { serverUrl, owner, repository, workspace } = environment;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    readCheckout: async (base, head) =>
      readChange(await openRepository(workspace), { kind: "range", base, head }),
    holdsFiles: async ({ files }, head) => {
      const paths = files.flatMap(({ diff }) => [diff.oldPath, diff.newPath]);
      const changed = new Set(paths.filter((path) => path !== null));
      return holdsFiles(await openRepository(workspace), head, changed);
    },
    fetch: (base, head) =>
      fetchChange({
        url: `${serverUrl}/${owner}/${repository}.git`,
        authorization: `basic ${basic}`,
        base,
        head,
      }),
  };
}
