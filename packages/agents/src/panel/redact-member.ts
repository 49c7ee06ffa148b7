import type { Redactor } from "@swarm-actions/core";
import type { AgentReport, PanelMember, Remark } from "@swarm-actions/review";

/** An agent's part with every known value taken out of all that it says. */
export function redactMember(member: PanelMember, redactor: Redactor): PanelMember {
  const { remarks, skipped, report } = member;
  const clean = (text: string): string => redactor.redact(String(text));
  return {
    ...member,
    remarks: remarks.map((remark) => redactRemark(remark, clean)),
    skipped: skipped.map((one) => ({ ...one, reason: clean(one.reason) })),
    report: {
      ...report,
      error: redactError(report.error, clean),
      corrections: report.corrections.map((one) => ({ ...one, reason: clean(one.reason) })),
    },
  };
}

function redactRemark(remark: Remark, clean: (text: string) => string): Remark {
  const message = clean(remark.message);
  const { suggestion, ...rest } = remark;
  if (suggestion === undefined) return { ...rest, message };
  // A suggestion that repeats the value would, once cleaned, replace it by stars.
  const repeats = clean(suggestion.replacement) !== suggestion.replacement;
  return repeats ? { ...rest, message } : { ...remark, message };
}

function redactError(
  error: AgentReport["error"],
  clean: (text: string) => string,
): AgentReport["error"] {
  return error && { ...error, message: clean(error.message), fix: clean(error.fix) };
}
