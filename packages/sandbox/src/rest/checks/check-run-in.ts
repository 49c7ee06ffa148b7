import type { Call } from "../../kernel/endpoint.ts";
import { findCheckRun } from "../../operations/find.ts";
import type { CheckRun } from "../../state/model.ts";
import { numberIn } from "../params.ts";

export function checkRunIn(call: Call): CheckRun {
  return findCheckRun(call.repository(), numberIn(call, "check_run_id"));
}
