export type { ConsensusRule } from "./consensus-rule.ts";
