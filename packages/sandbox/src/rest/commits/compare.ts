import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { page } from "../../kernel/paginate.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { findFork } from "../../operations/find-fork.ts";
import { filesBetween } from "../../operations/git/changed-files.ts";
import { diffText, patchText } from "../../operations/git/diff-text.ts";
import { fetchObjects } from "../../operations/git/fetch-head.ts";
import { commitsBetween, mergeBase } from "../../operations/git/merge-base.ts";
import { resolveCommit } from "../../operations/git/resolve.ts";
import { presentDiffEntry } from "../../present/diff-entry.ts";
import { repositoryPage, repositoryUrl } from "../../present/repository-urls.ts";
import { showCommits } from "../git/show-commits.ts";
import { mediaReply, mediaType } from "../media-type.ts";
import { textIn } from "../params.ts";

const filesLimit = 300;
const commitsLimit = 250;

export const compareCommits = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/compare/{basehead}",
  permission: { contents: "read" },
  handle: async (call) => {
    const [base, head] = await findEnds(call);
    const repository = call.repository();
    const wanted = mediaType(call);
    if (wanted === "diff") return mediaReply(call, "diff", await diffText(repository, base, head));
    if (wanted === "patch")
      return mediaReply(call, "patch", await patchText(repository, base, head));
    return showComparison(call, base, head);
  },
});

async function showComparison(call: Call, base: string, head: string): Promise<Reply> {
  const repository = call.repository();
  const parted = await mergeBase(repository, base, head);
  if (parted === null) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
  const [ahead, behind, files] = await Promise.all([
    commitsBetween(repository, base, head),
    commitsBetween(repository, head, base),
    filesBetween(repository, parted, head),
  ]);
  const { items, headers } = page(call, ahead, commitsLimit);
  const isFirst = (call.query.get("page") ?? "1") === "1";
  const [base_commit, merge_base_commit] = await showCommits(call, repository, [base, parted]);
  return ok(
    {
      ...addresses(call, base, head),
      base_commit,
      merge_base_commit,
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await showCommits(call, repository, items),
      // Only the first page has the files.
      files: (isFirst ? files.slice(0, filesLimit) : []).map((file) =>
        presentDiffEntry(call.world, repository, head, file),
      ),
    },
    headers,
  );
}

function addresses(call: Call, base: string, head: string): Record<string, string> {
  const page = `${repositoryPage(call.world, call.repository())}/compare/${base}...${head}`;
  return {
    url: `${repositoryUrl(call.world, call.repository())}/compare/${base}...${head}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

/** `base...head`, each a branch, a tag or a commit, or `owner:branch` of a fork. */
async function findEnds(call: Call): Promise<readonly [string, string]> {
  const text = textIn(call, "basehead");
  const at = text.indexOf("...");
  if (at === -1) throw notFound();
  const base = await findEnd(call, text.slice(0, at));
  const head = await findEnd(call, text.slice(at + 3));
  return [base, head];
}

async function findEnd(call: Call, name: string): Promise<string> {
  const repository = call.repository();
  const [owner, branch] = name.includes(":") ? name.split(":", 2) : [null, name];
  const fork = owner === null ? repository : findFork(call.world, repository, owner ?? "", null);
  if (fork === null) throw notFound();
  const sha = await resolveCommit(fork, branch ?? "");
  if (sha === null) throw notFound();
  if (fork !== repository) await fetchObjects(repository, { repository: fork, ref: branch ?? "" });
  return sha;
}
