import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kit } from "@swarm-actions/action-kit";
import { canonicalJson } from "@swarm-actions/core";
import type { Collected } from "@swarm-actions/swarm";
import { composeAudit, type SwarmReport, type WorkerSegment } from "@swarm-actions/swarm";

/** A file of the one artifact that remains of a swarm. */
export interface KeptFile {
  readonly name: string;
  readonly content: string;
  /** The output that says where it is; null: none. */
  readonly output: string | null;
}

/** What the files are made of. */
export interface Outcome {
  readonly report: SwarmReport;
  readonly collected: Collected;
  readonly segments: readonly WorkerSegment[];
  readonly extra: readonly KeptFile[];
}

/** The files of the result; the log comes last, as it names the digests of all others. */
export function composeFiles(
  { report, collected, segments, extra }: Outcome,
  redact: (text: string) => string,
  time: string,
): readonly KeptFile[] {
  const own = [
    { name: "report.json", output: "result", content: `${canonicalJson(report, 1)}\n` },
    { name: "results.jsonl", output: "results", content: linesOf(collected) },
    ...extra,
  ];
  const files = own.map((file) => ({ ...file, content: redact(file.content) }));
  const verdicts = report.verdict?.verdicts ?? [];
  const facts = { key: report.key, plans: collected.plans, segments, verdicts, files, time };
  const audit = composeAudit(facts).map((line) => `${line}\n`);
  return [...files, { name: "audit.jsonl", output: "audit-log", content: audit.join("") }];
}

/** A result a line, with whose it is, in the order of the tasks. */
function linesOf({ results }: Collected): string {
  const lines = results.map(({ result, worker, epoch, attempt }) =>
    canonicalJson({ ...result, worker, epoch, attempt }),
  );
  return lines.map((line) => `${line}\n`).join("");
}

/** Writes the files where later steps of the job find them, and says where. */
export async function leaveFiles(
  kit: Kit,
  folder: string,
  files: readonly KeptFile[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, content, output } of files) {
    const file = join(folder, name);
    await writeFile(file, content);
    if (output !== null) kit.output(output, file);
  }
}
