import type { Kit } from "@swarm-actions/action-kit";
import { writeHandOver } from "@swarm-actions/publication";
import { placeName } from "@swarm-actions/report";
import { failsThreshold, type PanelFinding, type PanelMember } from "@swarm-actions/review";
import { artifactName } from "../hand-over-file.ts";
import type { Job } from "../job.ts";
import { countFindings, tellCounts } from "./count-findings.ts";
import { ignoredFindings } from "./ignored-findings.ts";
import { passTexts } from "./pass-texts.ts";
import type { Reviewed } from "./reviewed.ts";
import { reasonOf, runSection, summaryText } from "./summarize.ts";
import { type Ended, tellEnding } from "./tell-ending.ts";
import { tellVerdict } from "./tell-verdict.ts";

/**
 * Keeps what the agents answered for a run that may write, and shows it where this one can: on its page,
 * and as annotations. Nothing is written on GitHub.
 */
export async function handOver(
  job: Job,
  reviewed: Reviewed,
  members: readonly PanelMember[],
): Promise<Ended> {
  const { kit, host, inputs } = job;
  const { config, conversation, report, read } = reviewed;
  const redact = (text: string): string => kit.redactor.redact(text);
  const passed = await passTexts([await summaryText(report)], config.publish, redact);
  const text = writeHandOver(conversation.pullRequest, members);
  const published = inputs.dryRun ? "dry-run" : "handed-over";
  if (!inputs.dryRun) {
    const name = artifactName(inputs, kit.environment.runAttempt);
    await kit.stage("Keep the result", () => job.upload(name, kit.redactor.redact(text)));
  }
  const counted = countFindings(report.result, ignoredFindings(job, reviewed));
  const { outcome, findings } = counted;
  for (const finding of findings) annotate(kit, finding);
  tellCounts(kit, findings);
  kit.output("posted", 0);
  kit.summary.add(passed.texts[0]?.text ?? "");
  kit.summary.add(
    runSection({
      published,
      read,
      ignored: counted.ignored,
      gate: passed.changes,
      api: host.usage(),
    }),
  );
  const { failOn } = config;
  const isRed = failOn !== "never" && failsThreshold({ findings }, failOn);
  const verdict = isRed || outcome === "not-run" ? "failed" : "passed";
  const reason = reasonOf(report.result);
  tellVerdict(kit, counted, config, reason);
  return tellEnding(kit, { outcome, reason, conclusion: null, published, verdict });
}

const levels = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
  info: "notice",
} as const;

function annotate(kit: Kit, finding: PanelFinding): void {
  const { place, severity, rule, message } = finding;
  const title = `${severity}: ${rule}`;
  const level = levels[severity];
  if (place.kind === "lines" && place.side === "new") {
    const { path, startLine, endLine } = place;
    kit.annotate({ level, title, text: message, place: { path, startLine, endLine } });
  } else kit.annotate({ level, title, text: `${placeName(finding)}: ${message}` });
}
