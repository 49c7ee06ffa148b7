import { relative, resolve } from "node:path";
import { type ReviewReport, renderHtml } from "@swarm-actions/report";
import { wantsColor, widthOf } from "../terminal.ts";
import type { ReviewOptions } from "./options.ts";
import { render } from "./render.ts";
import { print, writeOutput } from "./write-output.ts";

/** Shows the report on standard output or writes it where the options say. */
export async function showReport(
  report: ReviewReport,
  { format, output, html }: ReviewOptions,
  directory: string,
): Promise<void> {
  if (html !== undefined) await write(resolve(directory, html), renderHtml(report), "--html");
  if (output !== undefined) {
    const plain = { color: false, width: 100 };
    return write(resolve(directory, output), render(report, format, plain), "--output");
  }
  const look = { color: wantsColor(process.stdout), width: widthOf(process.stdout) };
  await print(render(report, format, look));
}

async function write(file: string, text: string, option: string): Promise<void> {
  await writeOutput(file, text, option);
  process.stderr.write(`Wrote ${relative(process.cwd(), file) || file}\n`);
}
