/** What a request of git's smart protocol is about. */
export interface GitPath {
  readonly owner: string;
  readonly name: string;
  /** As `git http-backend` knows it: `/info/refs`, `/git-upload-pack`. */
  readonly rest: string;
  readonly writes: boolean;
}

const pattern =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

/** Null: not a path of git's. */
export function readGitPath(path: string, query: URLSearchParams): GitPath | null {
  const [, owner = "", name = "", rest = ""] = pattern.exec(path) ?? [];
  if (rest === "") return null;
  const service = rest === "/info/refs" ? query.get("service") : rest.slice(1);
  if (service !== "git-upload-pack" && service !== "git-receive-pack") return null;
  return { owner, name, rest, writes: service === "git-receive-pack" };
}
