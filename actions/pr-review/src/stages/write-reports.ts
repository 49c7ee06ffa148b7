import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kit } from "@swarm-actions/action-kit";
import { type Format, type ReviewReport, render } from "@swarm-actions/report";

const files = {
  json: ["review.json", "json"],
  sarif: ["review.sarif", "sarif"],
  report: ["review.html", "html"],
} as const satisfies Record<string, readonly [string, Format]>;

/** Writes the result where later steps of the job find it, and says where. */
export async function writeReports(kit: Kit, folder: string, report: ReviewReport): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [output, [name, format]] of Object.entries(files)) {
    const file = join(folder, name);
    const text = await render(report, format, { color: false, width: 100 });
    await writeFile(file, kit.redactor.redact(text));
    kit.output(output, file);
  }
}
