import { type FileDiff, parseDiff } from "@swarm-actions/review";
import { type GitCall, runGit } from "./run-git.ts";

export interface DiffRequest {
  /** Trees or commits. */
  readonly from: string;
  readonly to: string;
  readonly call: GitCall;
  /** Compares as text what attributes or content call binary. Default false. */
  readonly asText?: boolean;
  /** Paths to look at, both of a renamed file; default all. */
  readonly only?: readonly string[];
}

// Everything that settings could bend is stated, so that one change has one diff everywhere.
const flags = [
  "-p",
  "-r",
  "-M",
  "-U3",
  "--inter-hunk-context=0",
  "--diff-algorithm=myers",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--full-index",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "--submodule=short",
];

/** The differences between two trees, a file each. */
export async function diffTrees(request: DiffRequest): Promise<readonly FileDiff[]> {
  const { from, to, call, asText = false, only = [] } = request;
  const text = asText ? ["--text"] : [];
  const args = ["diff-tree", ...flags, ...text, from, to, "--", ...only];
  return parseDiff((await runGit(args, call)).toString("utf8")).files;
}
