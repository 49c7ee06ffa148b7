import type { Explanation } from "../explanation.ts";

/** Of one, or of a list. */
const pull = String.raw`^body(\[\])?`;

export const pullRequestsExplained: readonly Explanation[] = [
  {
    steps: /^pulls\//,
    text: new RegExp(`${pull}\\.active_lock_reason: null here, absent there$`),
    reason: "GitHub always says why a conversation is locked; the emulator leaves it out",
  },
  {
    steps: /^pulls\//,
    text: new RegExp(
      `${pull}\\.(base|head)\\.repo\\.(allow_\\w+|delete_branch_on_merge|permissions): absent here`,
    ),
    reason: "optional in GitHub's description, which shows them only of a full repository",
  },
  {
    steps: /^pulls\//,
    text: new RegExp(`${pull}\\.(base|head)\\.repo\\.web_commit_signoff_required: .*absent there$`),
    reason: "GitHub's description has it in every repository; the emulator leaves it out",
  },
  {
    steps: /^pulls\//,
    text: new RegExp(`${pull}\\.merge_commit_sha: string here, null there$`),
    reason: "GitHub tries every merge out; the emulator has no git to do it with",
  },
  {
    steps: /^pulls\/list$/,
    text: /^body\[\]\.(additions|changed_files|comments|commits|deletions|maintainer_can_modify|mergeable|mergeable_state|merged|merged_by|rebaseable|review_comments): absent here/,
    reason: "a list holds simple pull requests, which lack these in GitHub's description",
  },
  {
    steps: /^pulls\/(again|no-head|no-base)$/,
    text: /^status: 422 here, 201 there$/,
    reason: "GitHub opens no second pull request of a branch, and none between what is not there",
  },
  {
    steps: /^pulls\/commits$/,
    text: /^body\[\]\.(author|committer): object here, null there$/,
    reason: "GitHub knows an author by the address; the emulator does not here",
  },
  {
    steps: /^pulls\/commits$/,
    text: /^body\[\]\.commit\.tree\.url: string here, absent there$/,
    reason: "GitHub gives the address of a commit's tree",
  },
  {
    steps: /^pulls\/as-issue$/,
    text: /^status: 200 here, 404 there$/,
    reason: "every pull request is an issue, too; the emulator keeps them apart",
  },
  {
    steps: /^pulls\/merged$/,
    text: /^body\.(mergeable|rebaseable): null here, boolean there$/,
    reason: "whether a merged pull request can be merged is not asked any more",
  },
  {
    steps: /^pulls\/merge-moved$/,
    text: /^status: 409 here, 422 there$/,
    reason: "GitHub answers `Head branch was modified` with 409",
  },
  {
    steps: /^pulls\/merge-again$/,
    text: /^status: 405 here, 422 there$/,
    reason: "GitHub answers `Pull Request is not mergeable` with 405",
  },
  {
    steps: /^reviews\/(comment|approve)$/,
    text: /^status: 200 here, 201 there$/,
    reason: "GitHub answers a new review with 200",
  },
  {
    steps: /^reviews\/(approve-own|without-body)$/,
    text: /^status: 422 here, 201 there$/,
    reason: "GitHub refuses an approval of one's own change, and a comment that says nothing",
  },
  {
    steps: /^reviews\/(list|get)$/,
    text: /^body(\[\])?\.(created_at|updated_at): absent here/,
    reason: "a review has `submitted_at` in GitHub's description",
  },
];
