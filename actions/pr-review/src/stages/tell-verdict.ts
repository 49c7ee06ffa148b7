import type { Kit } from "@swarm-actions/action-kit";
import type { Config } from "@swarm-actions/config";
import { failsThreshold } from "@swarm-actions/review";
import type { Counted } from "./count-findings.ts";

/** Says beside the run why it is red, or not as green as it looks. */
export function tellVerdict(
  kit: Kit,
  { outcome, findings }: Counted,
  { failOn }: Pick<Config, "failOn">,
  reason: string,
): void {
  if (failOn !== "never" && failsThreshold({ findings }, failOn)) {
    const grave = findings.filter((one) => failsThreshold({ findings: [one] }, failOn)).length;
    const text = `${grave} of ${findings.length} findings are ${failOn} or worse. The summary on the pull request and this run's page list them.`;
    kit.annotate({ level: "error", title: "Findings", text });
  }
  if (outcome === "not-run") kit.annotate({ level: "error", title: "Not reviewed", text: reason });
  if (outcome === "partial") {
    kit.annotate({ level: "warning", title: "Not all was reviewed", text: reason });
  }
}
