import { resolve } from "node:path";
import { type AuditVerdict, auditLines, verifyAudit } from "@swarm-actions/core";
import { visible } from "@swarm-actions/display";
import { Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { exitCodes } from "../exit-codes.ts";
import { print } from "../print.ts";
import { readText } from "../read-text.ts";

export function auditCommand(): Command {
  const audit = new Command("audit").description("Check the log of what was written on GitHub.");
  audit
    .command("verify")
    .description(
      "Say whether an audit log is as it was written, or which line is the first bad one.",
    )
    .argument("<file>", "the log, as JSON lines")
    .addOption(
      new Option("--format <format>", "how to say it").choices(["text", "json"]).default("text"),
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 the log is sound; 1 it was changed, or lines were removed, reordered or cut off; 2 it cannot be read.",
    )
    .action(verify);
  return audit;
}

async function verify(
  file: string,
  { format }: { format: "text" | "json" },
  command: Command,
): Promise<void> {
  const text = await readText(resolve(directoryOf(command), file), "<file>");
  const verdict = verifyAudit(auditLines(text));
  await print(format === "json" ? asJson(file, verdict) : asText(file, verdict));
  process.exitCode = verdict.status === "sound" ? exitCodes.fine : exitCodes.findings;
}

function asText(file: string, verdict: AuditVerdict): string {
  if (verdict.status === "broken") {
    return `${visible(file)}:${verdict.line}: ${verdict.reason}: ${verdict.message}\n`;
  }
  const hash = verdict.position.previous;
  return `${visible(file)} is sound: ${verdict.entries} entries, the last ${hash}\n`;
}

function asJson(file: string, verdict: AuditVerdict): string {
  const shown =
    verdict.status === "broken"
      ? verdict
      : {
          status: verdict.status,
          entries: verdict.entries,
          lastHash: verdict.position.previous,
        };
  return `${JSON.stringify({ file, ...shown }, null, 2)}\n`;
}
