export {
  type AuditEnd,
  type AuditPosition,
  type AuditRecord,
  type AuditStatus,
  appendEntry,
  auditStart,
} from "./audit/entry.ts";
export { auditLines } from "./audit/lines.ts";
export { type AuditFault, type AuditVerdict, verifyAudit } from "./audit/verify.ts";
export { canonicalJson, compareText } from "./canonical-json.ts";
export { cutText } from "./cut-text.ts";
export { digest } from "./digest.ts";
export { CodedError, type CodedErrorOptions, type Fault, messageOf } from "./error.ts";
export { fenceOf, longestBackquotes } from "./fence.ts";
export { longestTimer } from "./longest-timer.ts";
export { nearest } from "./nearest.ts";
export { redactJson } from "./redact-json.ts";
export { Redactor } from "./redactor.ts";
export { secretValues } from "./secret-values.ts";
export { loadYaml, YamlError, type YamlProblem } from "./yaml/load-yaml.ts";
