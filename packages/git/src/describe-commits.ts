import { type GitCall, runGit } from "./run-git.ts";

const commitsShown = 50;

/** What a change says of itself. */
export interface Description {
  readonly title: string;
  readonly description: string;
}

/** A title and a description from the messages of the commits after `base`, newest first. */
export async function describeCommits(
  base: string | null,
  head: string | null,
  call: GitCall,
): Promise<Description> {
  if (base === null) return { title: "", description: "" };
  const range = `${base}..${head ?? "HEAD"}`;
  const args = ["log", `--max-count=${commitsShown}`, "--format=%s%x00%b%x00", range];
  const fields = (await runGit(args, call)).toString("utf8").split("\0");
  const commits: Description[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    commits.push({ title: (fields[at] ?? "").trim(), description: (fields[at + 1] ?? "").trim() });
  }
  const [newest, ...older] = commits;
  if (newest === undefined || older.length === 0) return newest ?? { title: "", description: "" };
  return { title: newest.title, description: commits.map(({ title }) => `- ${title}`).join("\n") };
}
