export { bodyOf } from "./body-of.ts";
export type {
  GateChange,
  GatePolicy,
  GateSetup,
  GateVerdict,
  HiddenPart,
  Outgoing,
  SecretScanner,
  TextKind,
} from "./model.ts";
export { passGate } from "./pass-gate.ts";
