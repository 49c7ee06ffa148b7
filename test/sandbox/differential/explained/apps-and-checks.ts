import type { Explanation } from "../explanation.ts";

export const appsAndChecksExplained: readonly Explanation[] = [
  {
    steps: /^app\/get$/,
    text: /^body\.(description|owner): \w+ here, null there$/,
    reason: "the emulator knows neither the owner of an App nor what it is for",
  },
  {
    steps: /^app\/get$/,
    text: /^body\.permissions\.\w+: absent here/,
    reason: "the sandbox knows what an installation was granted, not what its App asks for",
  },
  {
    steps: /^app\/(installations|installation|of-repository)$/,
    text: /^body(\[\])?\.(account\.\w+|target_id|permissions\.metadata): .*absent there$/,
    reason: "GitHub's description has these; the emulator leaves them out",
  },
  {
    steps: /^app\/(installations|installation|of-repository)$/,
    text: /^body(\[\])?\.(has_multiple_single_files|single_file_paths): absent here/,
    reason: "optional in GitHub's description, for Apps that reach single files only",
  },
  {
    steps: /^app\/token(-for-less)?$/,
    text: /^body\.permissions\.metadata: string here, absent there$/,
    reason: "GitHub grants `metadata: read` with everything else",
  },
  {
    steps: /^app\/repositories$/,
    text: /^status: 200 here, 404 there$/,
    reason: "the emulator does not know this endpoint",
  },
  {
    steps: /^checks\//,
    text: /^body\.((check_runs|check_suites)\[\]\.)?app: object here, null there$/,
    reason: "GitHub names the App of a check; the emulator leaves it out",
  },
  {
    steps: /^checks\//,
    text: /^body\.(check_runs\[\]\.)?check_suite\.\w+: absent here/,
    reason: "in GitHub's description a check run tells of its suite nothing but the id",
  },
  {
    steps: /^checks\//,
    text: /^body\.(check_runs\[\]\.)?(details_url|started_at): string here, null there$/,
    reason: "GitHub fills these in where an App does not",
  },
  {
    steps: /^checks\//,
    text: /^body\.(check_runs\[\]\.)?output\.annotations_url: string here, absent there$/,
    reason: "GitHub gives the address of the annotations",
  },
  {
    steps: /^checks\/annotations$/,
    text: /^body: list here, object there$/,
    reason: "in GitHub's description the annotations are a list",
  },
  {
    steps: /^checks\/of-commit$/,
    text: /^body\.check_runs\[\]\.(completed_at|conclusion|output\.summary|output\.title): string here, null there$/,
    reason: "the newest run is that of `ada` there, which GitHub would have refused",
  },
  {
    steps: /^checks\/suites?$/,
    text: /^body\.(check_suites\[\]\.)?(check_runs_url|head_commit|latest_check_runs_count|repository\.\w+): .*absent there$/,
    reason: "GitHub's description has these in a suite; the emulator leaves them out",
  },
  {
    steps: /^checks\/suites?$/,
    text: /^body\.(check_suites\[\]\.)?conclusion: string here, null there$/,
    reason: "a suite concludes with its last run",
  },
  {
    steps: /^checks\/suites?$/,
    text: /^body\.(check_suites\[\]\.)?(before|head_branch): null here, string there$/,
    reason:
      "nullable in GitHub's description; the sandbox begins a suite with its first run, not a push",
  },
];
