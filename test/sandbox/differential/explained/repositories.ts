import type { Explanation } from "../explanation.ts";

export const repositoriesExplained: readonly Explanation[] = [
  {
    steps: /^repository\/get$/,
    text: /^body\.(network_count|subscribers_count|temp_clone_token|web_commit_signoff_required): .*absent there$/,
    reason: "GitHub's description has these in a full repository; the emulator leaves them out",
  },
  {
    steps: /^repository\/permission$/,
    text: /^body\.user\.(permissions|role_name): .*absent there$/,
    reason: "GitHub says of a collaborator what the role allows; the emulator does not",
  },
  {
    steps: /^blobs\/create$/,
    text: /^body\.(node_id|size): absent here/,
    reason: "a new blob is told by `url` and `sha` alone in GitHub's description",
  },
  {
    steps: /^trees\//,
    text: /^body\.tree\[\]\.url: string here, absent there$/,
    reason: "GitHub gives the address of every entry",
  },
  {
    steps: /^refs\/(change-missing|delete-again)$/,
    text: /^status: 422 here, 404 there$/,
    reason: "GitHub answers `Reference does not exist` with 422",
  },
  {
    steps: /^branches\/list$/,
    text: /^body\[\]\.protection_url: absent here/,
    reason: "optional in GitHub's description, and left out where nothing is protected",
  },
  {
    steps: /^branches\/get$/,
    text: /^body\.(_links|protection|commit\.\w+): .*absent there$/,
    reason: "GitHub shows one branch with the whole commit and its protection",
  },
  {
    steps: /^commits\/missing$/,
    text: /^status: 422 here, 404 there$/,
    reason: "GitHub answers `No commit found for SHA` with 422",
  },
  {
    steps: /^rate-limit\/get$/,
    text: /^body\.(rate|resources\.\w+)\.resource: absent here/,
    reason: "the name of a limit is in a header, not in GitHub's description of the body",
  },
  {
    steps: /^rate-limit\/get$/,
    text: /^body\.resources\.(actions_runner_registration|code_scanning_upload|integration_manifest|scim|source_import): absent here/,
    reason: "the sandbox has none of what these limit",
  },
];
