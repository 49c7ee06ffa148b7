export { auditBoard } from "./audit/audited-board.ts";
export { type AuditFacts, composeAudit } from "./audit/compose-audit.ts";
export type { WorkerSegment } from "./audit/read-segment.ts";
export { SegmentReader } from "./audit/segment-reader.ts";
export type { PublishedPage, PublishedPlan } from "./collect/board-findings.ts";
export { type Collected, type CollectOptions, Collector } from "./collect/collector.ts";
export { judgeCoverage } from "./collect/judge-coverage.ts";
export { readPlan } from "./collect/published-plan.ts";
export type { RefusedPage } from "./collect/read-page.ts";
export type {
  BlockSpan,
  ProviderHealth,
  ResultPage,
  TaskError,
  TaskResult,
  TaskUsage,
  WorkerReport,
} from "./collect/result.ts";
export { aggregate } from "./consensus/aggregate.ts";
export type { Ballot } from "./consensus/ballot.ts";
export {
  type ConsensusRule,
  checkConsensusRule,
  isConsensusRule,
} from "./consensus/consensus-rule.ts";
export { type Decisions, decide, decideAll } from "./consensus/decide.ts";
export type { Decision } from "./consensus/decision.ts";
export { type FindingOutcome, judgeOutcomes } from "./consensus/judge-outcomes.ts";
export { checkPanelSize } from "./consensus/panel-size.ts";
export type { ProviderVote } from "./consensus/provider-vote.ts";
export { readVotes } from "./consensus/read-votes.ts";
export type { KnownReliability } from "./consensus/reliability.ts";
export { weighsVotes } from "./consensus/rule-of.ts";
export { readConsensusRule, writeConsensusRule } from "./consensus/rule-text.ts";
export type { Ruling } from "./consensus/rules/rule.ts";
export { trustIn } from "./consensus/trust-in.ts";
export type { Aggregation, Verdict, VoterReliability } from "./consensus/verdict.ts";
export type { Vote } from "./consensus/vote.ts";
export { decodeHistory, type ReadHistory } from "./history/decode.ts";
export { encodeHistory } from "./history/encode.ts";
export { type Duration, type History, noHistory, type Reliability } from "./history/history.ts";
export {
  type Judged,
  type Lessons,
  learnFrom,
  lessonsOf,
  type Taught,
} from "./history/learn.ts";
export { learnOutcomes } from "./history/learn-outcomes.ts";
export { mergeHistories } from "./history/merge.ts";
export { predictTasks } from "./history/predict.ts";
export { planLimits } from "./plan/check-tasks.ts";
export { type Conditions, hostedRunners, localProcesses } from "./plan/conditions.ts";
export { decodePlan } from "./plan/decode.ts";
export { encodePlan, planDigest } from "./plan/encode.ts";
export { lowerBound } from "./plan/lower-bound.ts";
export { matrixOf } from "./plan/matrix.ts";
export type {
  ApiUse,
  Block,
  Candidate,
  PlanNote,
  Prediction,
  SwarmPlan,
  Topology,
  WorkerChoice,
} from "./plan/plan.ts";
export { type PlanOptions, planDefaults } from "./plan/plan-options.ts";
export { planRound, type RoundOptions } from "./plan/plan-round.ts";
export { planSwarm } from "./plan/plan-swarm.ts";
export { runnerPrice } from "./plan/runner-prices.ts";
export type { Board, BoardEntry, ClaimAnswer } from "./queue/board.ts";
export type { Clock } from "./queue/clock.ts";
export type { DownProvider } from "./queue/find-down.ts";
export {
  claimName,
  type NameOnBoard,
  namePrefix,
  pageName,
  parseName,
  planName,
} from "./queue/names.ts";
export type { MeshRound, PeerAnswer, TaskRunner } from "./queue/task-runner.ts";
export type { WorkOptions } from "./queue/work-options.ts";
export { workThrough } from "./queue/work-through.ts";
export { workerName } from "./report/bill-jobs.ts";
export { buildReport } from "./report/build-report.ts";
export { type KeptReport, readReport } from "./report/read-report.ts";
export type {
  CollectedFacts,
  JobTimes,
  ReportFacts,
  WorkerResult,
} from "./report/report-facts.ts";
export type {
  JobBill,
  MissingTask,
  SwarmCoverage,
  SwarmFigures,
  SwarmOutcome,
  SwarmReport,
  SwarmUsage,
} from "./report/swarm-report.ts";
export { simulate } from "./simulate/simulate.ts";
export {
  noFaults,
  type PolicyName,
  policyNames,
  type SimulatedFaults,
  type SimulationOptions,
  type SimulationRun,
  type WorldOptions,
} from "./simulate/simulation.ts";
export { drawWorkers } from "./simulate/world.ts";
export type { Json, Task } from "./task.ts";
export { choosePanel, type Panel, type PanelRules } from "./topology/adaptive/choose-panel.ts";
export { type DecidedRound, decideRound } from "./topology/adaptive/decide-round.ts";
export { followUpKey } from "./topology/adaptive/follow-up-key.ts";
export {
  type AdaptiveRules,
  type NextRound,
  nextRound,
  type RoundFacts,
} from "./topology/adaptive/next-round.ts";
export { type RoundVerdict, roundFacts } from "./topology/adaptive/round-facts.ts";
export { chooseTopology, type TopologyFacts } from "./topology/choose-topology.ts";
export {
  groupKey,
  type Hierarchy,
  type HierarchyOptions,
  needsGroups,
  planHierarchy,
} from "./topology/hierarchical/plan-hierarchy.ts";
export { meshKey, questionOf } from "./topology/mesh/mesh-key.ts";
export type { MeshEnd, MeshRules } from "./topology/mesh/mesh-move.ts";
export type { MeshOptions, MeshReport } from "./topology/mesh/mesh-options.ts";
export { meshThrough } from "./topology/mesh/mesh-through.ts";
export { type MeshAgents, planMesh } from "./topology/mesh/plan-mesh.ts";
export { type NextSetting, planNext } from "./topology/plan-next.ts";
export {
  type PlannedTopology,
  planTopology,
  type TopologyOptions,
} from "./topology/plan-topology.ts";
export { votesOf } from "./topology/votes-of.ts";
