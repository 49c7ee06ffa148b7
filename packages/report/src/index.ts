export { type Concealment, concealmentOf } from "./concealment.ts";
export { countBySeverity, isDisputed } from "./group.ts";
export { type Headline, headlineOf } from "./headline.ts";
export { type JsonReport, jsonReportSchema } from "./json/schema.ts";
export type { ReviewReport } from "./model.ts";
export { type Format, formats, render } from "./render.ts";
export { indexRules, type RuleIndex } from "./rule-index.ts";
export { partName, type UnreadPart, unreadParts } from "./unread-parts.ts";
export {
  coverageStatus,
  outcomeSentence,
  outcomeTitle,
  placeName,
  standingWords,
  statusWords,
  voteSentence,
} from "./wording.ts";
