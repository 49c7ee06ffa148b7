export {
  type BegunReview,
  type CompletedAnswers,
  completeAnswers,
} from "./answers/complete-answers.ts";
export { type AnswerTexts, answerFiles, readAnswers } from "./answers/read-answers.ts";
export { writeTasks } from "./answers/task-file.ts";
export { mergeMembers, type SwarmAnswers } from "./merge/merge-members.ts";
export { reviewFromResults, type SwarmReview } from "./merge/review-from-results.ts";
export { type ReviewVotes, votesOfPanel } from "./merge/votes-of-review.ts";
export { matchFiles } from "./reports/match-files.ts";
export { type ReadReports, readTestReports } from "./reports/read-reports.ts";
export type { TestFileReport } from "./reports/test-file.ts";
export { type ChangeParts, divideChange } from "./runners/panel/change-parts.ts";
export { learnSecrets } from "./runners/panel/learn-secrets.ts";
export { createPanelRunner } from "./runners/panel/panel-runner.ts";
export type { PanelSetup } from "./runners/panel/panel-setup.ts";
export type { Program, ProgramSetup } from "./runners/program/program.ts";
export { createProgramRunner } from "./runners/program/program-runner.ts";
export {
  findTasks,
  type SourceName,
  type SourceRequest,
  type SourceSetup,
  sourceNames,
} from "./sources/find-tasks.ts";
export { parseTasks } from "./sources/json/parse-tasks.ts";
export type { FoundTasks } from "./sources/task-source.ts";
